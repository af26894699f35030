package org.redoubt.views.topology;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.plan.Fit;

/** Draws sites into picture files, to be looked at: {@code MapShot DIR}. */
final class MapShot {

    static final MapActions NOTHING = new MapActions() {
        @Override
        public void selected(Optional<ElementId> id) {}

        @Override
        public List<Fit> fits(ElementId vm) {
            return List.of();
        }

        @Override
        public void dropped(ElementId vm, ElementId host) {}

        @Override
        public void moveRequested(ElementId vm) {}

        @Override
        public void opened(ElementId id) {}
    };

    private MapShot() {}

    public static void main(String[] args) throws InterruptedException, IOException {
        Path directory = Path.of(args[0]);
        Files.createDirectories(directory);
        CountDownLatch done = new CountDownLatch(1);
        Platform.startup(() -> {
            MapScenes.all(directory);
            done.countDown();
        });
        done.await();
        Platform.exit();
    }

    static void shot(Path file, Site site, MapActions actions, double width, double height, Consumer<MapView> stage) {
        MapView map = new MapView(actions, Runnable::run);
        new Scene(map, width, height);
        map.resize(width, height);
        map.show(site);
        map.layout();
        stage.accept(map);
        map.paintNow();
        save(map.snapshot(null, null), file);
    }

    private static void save(WritableImage image, Path file) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        PixelReader pixels = image.getPixelReader();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                out.setRGB(x, y, pixels.getArgb(x, y));
            }
        }
        try {
            ImageIO.write(out, "png", file.toFile());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
