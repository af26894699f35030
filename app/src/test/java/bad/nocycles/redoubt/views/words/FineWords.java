package bad.nocycles.redoubt.views.words;

public final class FineWords {
    private FineWords() {}
}
