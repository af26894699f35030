package bad.nocycles.redoubt.views.timeline;

final class FineReader {
    bad.nocycles.redoubt.views.words.FineWords words;
}
