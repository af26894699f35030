package bad.jacksonathome.redoubt.agent.journal;

final class FineJournal {
    tools.jackson.databind.ObjectMapper mapper;
}
