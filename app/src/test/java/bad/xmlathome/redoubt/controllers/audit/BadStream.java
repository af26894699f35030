package bad.xmlathome.redoubt.controllers.audit;

final class BadStream {
    javax.xml.stream.XMLStreamReader reader;
}
