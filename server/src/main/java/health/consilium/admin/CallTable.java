package health.consilium.admin;

import health.consilium.admin.Csv.Column;
import health.consilium.feedback.Ratings.Given;
import health.consilium.quality.CallVerdict.MainTrouble;
import health.consilium.quality.PersonFigures;
import health.consilium.quality.PersonQuality;
import health.consilium.quality.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One line a consultation. No patient is named in it: it is for looking at calls, not at people. */
final class CallTable {
    private static final List<Column<Held>> COLUMNS = columns();

    private CallTable() {}

    static byte[] of(List<Held> calls) {
        return Csv.of(COLUMNS, calls);
    }

    private static List<Column<Held>> columns() {
        List<Column<Held>> all = new ArrayList<>(List.of(
                new Column<>("consultation", call -> call.view().id().value()),
                new Column<>("appointment_start", call -> call.view().startsAt()),
                new Column<>("conversation_start", call -> call.view().firstLiveAt()),
                new Column<>("end", Held::endedAt),
                new Column<>("doctor", Held::doctorName),
                new Column<>("end_reason", Held::reason),
                new Column<>("duration_s", Held::seconds),
                new Column<>("grade", call -> call.verdict().grade()),
                new Column<>("trouble", call -> trouble(call, MainTrouble::cause)),
                new Column<>("trouble_whose", call -> trouble(call, MainTrouble::whose)),
                new Column<>("relayed", call -> call.measured() ? call.relayed() : null)));
        side(all, "patient", Held::patient);
        side(all, "doctor", Held::doctor);
        all.add(new Column<>(
                "patient_stars",
                call -> stars(call.ratingOf(call.view().patient()).orElse(null))));
        all.add(new Column<>(
                "doctor_stars",
                call -> stars(call.ratingOf(call.view().doctor()).orElse(null))));
        return List.copyOf(all);
    }

    private static void side(List<Column<Held>> all, String who, Function<Held, PersonFigures> side) {
        all.add(new Column<>(who + "_set_up_ms", call -> side.apply(call).setUpMillis()));
        all.add(new Column<>(who + "_reconnects", call -> side.apply(call).reconnects()));
        all.add(new Column<>(who + "_reconnecting_ms", call -> side.apply(call).reconnectMillis()));
        spread(all, who + "_mos", side, PersonQuality::opinion, 1);
        spread(all, who + "_rtt_ms", side, PersonQuality::rtt, 1);
        spread(all, who + "_jitter_ms", side, PersonQuality::jitter, 1);
        spread(all, who + "_loss_percent", side, PersonQuality::lossDown, 100);
        all.add(new Column<>(
                who + "_sharp_percent",
                call -> measured(side.apply(call), quality -> quality.pictures().sharp() * 100)));
    }

    private static void spread(
            List<Column<Held>> all,
            String name,
            Function<Held, PersonFigures> side,
            Function<PersonQuality, @Nullable Spread> what,
            double unit) {
        all.add(new Column<>(
                name + "_median",
                call -> measured(side.apply(call), quality -> {
                    Spread spread = what.apply(quality);
                    return spread == null ? null : Double.valueOf(spread.median() * unit);
                })));
        all.add(new Column<>(
                name + "_worst",
                call -> measured(side.apply(call), quality -> {
                    Spread spread = what.apply(quality);
                    return spread == null ? null : Double.valueOf(spread.worst() * unit);
                })));
    }

    private static @Nullable Object measured(PersonFigures person, Function<PersonQuality, @Nullable Double> what) {
        Double value = person.measured() == null ? null : what.apply(person.measured());
        return value == null ? null : Double.valueOf(Math.round(value * 100) / 100.0);
    }

    private static @Nullable Object trouble(Held call, Function<MainTrouble, Object> what) {
        MainTrouble trouble = call.verdict().trouble();
        return trouble == null ? null : what.apply(trouble);
    }

    private static @Nullable Object stars(@Nullable Given given) {
        return given == null ? null : given.stars();
    }
}
