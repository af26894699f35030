package bad.jacksonathome.redoubt.controllers.settings;

final class BadMapper {
    tools.jackson.databind.ObjectMapper mapper;
}
