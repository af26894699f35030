package bad.topologyispure.redoubt.topology.model;

final class BadPrint {
    void tell() {
        System.out.println("x");
    }
}
