package bad.jacksonathome.redoubt.agent.sim;

final class BadYaml {
    tools.jackson.dataformat.yaml.YAMLMapper mapper;
}
