package bad.xmlathome.redoubt.agent.pacemaker;

final class FinePacemaker {
    javax.xml.stream.XMLStreamReader reader;
}
