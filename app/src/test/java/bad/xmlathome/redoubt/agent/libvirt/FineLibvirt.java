package bad.xmlathome.redoubt.agent.libvirt;

final class FineLibvirt {
    javax.xml.stream.XMLStreamReader reader;
}
