package bad.xmlathome.redoubt.agent.libvirt;

final class BadLibvirt {
    javax.xml.stream.XMLStreamReader reader;
}
