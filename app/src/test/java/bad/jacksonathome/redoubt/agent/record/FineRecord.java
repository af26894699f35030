package bad.jacksonathome.redoubt.agent.record;

final class FineRecord {
    tools.jackson.databind.ObjectMapper mapper;
}
