package org.redoubt.agent.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadTest {

    private static final Head HEAD = new Head(41, SealedLine.sha256(new byte[] {1}));

    @TempDir
    Path temporary;

    private void write(Head... heads) throws IOException {
        try (HeadFile file = HeadFile.open(new OsDisk(), temporary)) {
            file.restore(Head.START);
            for (Head head : heads) {
                file.write(head);
            }
        }
    }

    @Test
    void noByteOfARecordCanChangeUnseen() {
        byte[] record = HEAD.record().getBytes(ISO_8859_1);
        assertThat(record).hasSize(Head.RECORD);
        assertThat(Head.parse(HEAD.record())).contains(HEAD);
        for (int i = 0; i < record.length; i++) {
            for (int mask : new int[] {0x01, 0x20, 0x80, 0xff}) {
                record[i] ^= (byte) mask;
                assertThat(Head.parse(new String(record, ISO_8859_1)))
                        .as("byte %d", i)
                        .isEmpty();
                record[i] ^= (byte) mask;
            }
        }
    }

    @Test
    void theNewerRecordCounts() throws IOException {
        Head next = new Head(42, HEAD.hash());
        write(HEAD, next);
        assertThat(HeadFile.read(temporary).head()).contains(next);
        assertThat(HeadFile.read(temporary).findings()).isEmpty();
    }

    @Test
    void aTornRecordLeavesTheOneBefore() throws IOException {
        write(HEAD, new Head(42, HEAD.hash()));
        byte[] bytes = Files.readAllBytes(temporary.resolve("head"));
        bytes[30] ^= 1;
        Files.write(temporary.resolve("head"), bytes);
        assertThat(HeadFile.read(temporary).head()).contains(HEAD);
        assertThat(HeadFile.read(temporary).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.line()).isEqualTo(1));
    }

    @Test
    void noLengthOfTheFileIsTakenForWhole() throws IOException {
        write(HEAD);
        byte[] bytes = Files.readAllBytes(temporary.resolve("head"));
        for (int length : new int[] {0, 1, 4095, 4096, 8191, 8193}) {
            Files.write(temporary.resolve("head"), java.util.Arrays.copyOf(bytes, length));
            assertThat(HeadFile.read(temporary).findings())
                    .as("length %d", length)
                    .isNotEmpty();
        }
    }

    @Test
    void restoringPutsTheHeadIntoBothRecords() throws IOException {
        write(HEAD, new Head(42, HEAD.hash()));
        try (HeadFile file = HeadFile.open(new OsDisk(), temporary)) {
            file.restore(HEAD);
        }
        assertThat(Files.readString(temporary.resolve("head"), ISO_8859_1))
                .isEqualTo(HEAD.record().repeat(2));
    }
}
