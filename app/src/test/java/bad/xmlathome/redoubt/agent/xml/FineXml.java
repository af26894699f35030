package bad.xmlathome.redoubt.agent.xml;

final class FineXml {
    javax.xml.stream.XMLStreamReader reader;
}
