package health.consilium.recording.media;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.recording.store.SegmentIndex.Segment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** R7: while parts are added, watching costs the reading of what was added. */
class OutlinesTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant BEGAN = Instant.parse("2030-01-07T09:00:00Z");
    private static final UUID RECORDING = UUID.randomUUID();

    private final List<Integer> opened = new ArrayList<>();

    private record Part(Segment segment, byte[] content) {}

    private static Part part(int take, int index, byte[] content) {
        return new Part(
                new Segment(
                        RECORDING, take, index, false, UUID.randomUUID(), content.length, "0".repeat(64), BEGAN, BEGAN),
                content);
    }

    private static List<Segment> segments(List<Part> parts) {
        return parts.stream().map(Part::segment).toList();
    }

    private Survey.Read read(List<Part> parts, Outlines before) throws IOException {
        return Survey.read(
                segments(parts),
                segment -> {
                    int at = segments(parts).indexOf(segment);
                    opened.add(at);
                    return parts.get(at).content();
                },
                before);
    }

    private static String written(Survey survey) {
        return JSON.writeValueAsString(survey);
    }

    /** Cut anywhere, also through heads, as uploads are; now and then a part is missing. */
    private static List<Part> inPieces(Random random) {
        List<Part> parts = new ArrayList<>();
        for (int take = 1; take <= 2 + random.nextInt(2); take++) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            SyntheticWebm.ofSeconds(1 + random.nextInt(6), 40).forEach(all::writeBytes);
            byte[] content = all.toByteArray();
            int index = 0;
            for (int from = 0; from < content.length; index++) {
                int to = Math.min(content.length, from + 1 + random.nextInt(random.nextBoolean() ? 20 : 400));
                if (index == 0 || random.nextInt(10) > 0) {
                    parts.add(part(take, index, Arrays.copyOfRange(content, from, to)));
                }
                from = to;
            }
        }
        return parts;
    }

    @RepeatedTest(40)
    @DisplayName("read as it came, part by part or several at once, it is what reading everything at the end finds")
    void asItCame(RepetitionInfo repetition) throws IOException {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Part> parts = inPieces(random);
        Outlines before = Outlines.NONE;
        for (int count = 1; count <= parts.size(); count += 1 + random.nextInt(3)) {
            List<Part> there = parts.subList(0, count);
            Survey.Read read = read(there, before);
            assertThat(written(read.survey()))
                    .as("%d parts", count)
                    .isEqualTo(written(read(there, Outlines.NONE).survey()));
            before = read.outlines();
        }
    }

    @Test
    @DisplayName("R6: a block that holds nothing, or less than a head, at the very end is passed over")
    void blocksThatHoldNothing() throws IOException {
        for (int size = 0; size < 4; size++) {
            ByteArrayOutputStream odd = new ByteArrayOutputStream();
            odd.writeBytes(SyntheticWebm.ofSeconds(1, 40).getFirst());
            Ebml.head(odd, Ebml.SIMPLE_BLOCK, size);
            odd.writeBytes(Arrays.copyOf(new byte[] {0x40}, size));
            Survey survey =
                    read(List.of(part(1, 0, odd.toByteArray())), Outlines.NONE).survey();
            assertThat(survey.takes().getFirst().clusters())
                    .as("%d bytes", size)
                    .hasSize(1);
        }
    }

    @Test
    @DisplayName("of an hour that goes on only the last cluster and what was added is opened")
    void onlyWhatWasAdded() throws IOException {
        List<Part> parts = new ArrayList<>();
        List<byte[]> contents = SyntheticWebm.ofSeconds(600, 100);
        for (int i = 0; i < contents.size(); i++) {
            parts.add(part(1, i, contents.get(i)));
        }
        Outlines before = read(parts.subList(0, 598), Outlines.NONE).outlines();
        opened.clear();
        Survey survey = read(parts, before).survey();
        assertThat(opened).hasSizeLessThanOrEqualTo(4).allMatch(part -> part >= 597);
        assertThat(survey.takes().getFirst().clusters()).hasSize(600);
    }

    @Test
    @DisplayName("what comes in between, from a browser that was away, has everything read anew")
    void inBetween() throws IOException {
        List<byte[]> contents = SyntheticWebm.ofSeconds(6, 100);
        List<Part> parts = new ArrayList<>();
        for (int i : new int[] {0, 1, 3, 4, 5}) {
            parts.add(part(1, i, contents.get(i)));
        }
        Outlines before = read(parts, Outlines.NONE).outlines();
        parts.add(2, part(1, 2, contents.get(2)));
        opened.clear();
        assertThat(read(parts, before).survey().takes().getFirst().clusters()).hasSize(6);
        assertThat(opened).hasSize(6);
    }

    @Test
    @DisplayName("a part that was lost meanwhile is missed when it is complete, not before")
    void lostMeanwhile() throws IOException {
        List<byte[]> contents = SyntheticWebm.ofSeconds(5, 100);
        List<Segment> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(part(1, i, contents.get(i)).segment());
        }
        Survey.Reader whole = segment -> contents.get(segment.index());
        Survey.Reader oneLost = segment -> {
            if (segment.index() == 1) {
                throw new Survey.Unreadable(segment);
            }
            return contents.get(segment.index());
        };
        Outlines before = Survey.read(all.subList(0, 4), whole, Outlines.NONE).outlines();
        assertThat(Survey.read(all, oneLost, before).survey().unreadable()).isEmpty();
        Survey.Read anew = Survey.read(all, oneLost, Outlines.NONE);
        assertThat(anew.survey().unreadable()).containsExactly(1);
        assertThat(Survey.read(all, whole, anew.outlines()).survey().unreadable())
                .as("put back from a backup")
                .isEmpty();
    }
}
