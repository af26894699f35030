package bad.xmlathome.redoubt.agent.ssh;

final class BadTree {
    org.w3c.dom.Document document;
}
