package bad.jacksonathome.redoubt.agent.site;

final class FineSite {
    tools.jackson.databind.ObjectMapper mapper;
}
