package bad.jacksonathome.redoubt.topology.model;

final class BadAnnotation {
    @com.fasterxml.jackson.annotation.JsonProperty("n")
    int number;
}
