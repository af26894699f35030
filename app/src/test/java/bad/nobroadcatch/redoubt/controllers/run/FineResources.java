package bad.nobroadcatch.redoubt.controllers.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;

final class FineResources {
    String go(Reader reader) throws IOException {
        try (BufferedReader lines = new BufferedReader(reader);
                StringReader more = new StringReader("x")) {
            return lines.readLine() + more.read();
        } finally {
            reader.close();
        }
    }

    String named(Reader reader) {
        try (BufferedReader lines = new BufferedReader(reader)) {
            return lines.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Runnable inside(Reader reader) {
        return () -> {
            try (reader) {
                reader.read();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
