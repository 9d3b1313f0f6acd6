package id.karier.demo.population;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Names that people of a region could bear, and the facts that go with them. */
final class Names {
    private static final Map<String, List<String>> WORDS = new HashMap<>();
    private static final List<String> STREETS = List.of(
            "Melati",
            "Kenanga",
            "Cempaka",
            "Flamboyan",
            "Mawar",
            "Anggrek",
            "Dahlia",
            "Teratai",
            "Bougenville",
            "Seroja");

    static {
        for (var line : Catalogue.lines("names")) {
            int equals = line.indexOf('=');
            WORDS.put(
                    line.substring(0, equals).strip(),
                    Arrays.stream(line.substring(equals + 1).split(",", -1))
                            .map(String::strip)
                            .toList());
        }
    }

    private Names() {}

    static String people(Government government, Dice dice) {
        var shares = government.peoples();
        return shares.get(dice.weighted(
                        shares.stream().mapToInt(Government.Share::percent).toArray()))
                .people();
    }

    static String name(String people, String sex, Dice dice) {
        var words = new ArrayList<String>();
        words.add(dice.pick(words(people + ' ' + sex)));
        int later = dice.weighted(8, 67, 25);
        var more = words(people + ' ' + sex + '*');
        for (int i = 0; i < later; i++) {
            var word = dice.pick(more);
            if (!words.contains(word)) {
                words.add(word);
            }
        }
        if (words.size() == 1 && people.equals("bali")) {
            words.add(dice.pick(more));
        }
        return String.join(" ", words);
    }

    private static List<String> words(String key) {
        return Objects.requireNonNull(WORDS.get(key), key);
    }

    static String religion(String people, Dice dice) {
        return switch (people) {
            case "bali" -> dice.chance(94) ? "HINDU" : "ISLAM";
            case "batak" -> dice.chance(75) ? "PROTESTANT" : dice.chance(50) ? "CATHOLIC" : "ISLAM";
            case "dayak" -> dice.chance(60) ? "PROTESTANT" : "CATHOLIC";
            case "tionghoa" ->
                List.of("BUDDHIST", "PROTESTANT", "CATHOLIC", "CONFUCIAN").get(dice.weighted(45, 25, 20, 10));
            case "jawa" -> dice.chance(94) ? "ISLAM" : dice.chance(50) ? "PROTESTANT" : "CATHOLIC";
            default -> "ISLAM";
        };
    }

    static String maritalStatus(int age, Dice dice) {
        if (dice.below(100) < (age < 25 ? 75 : age < 30 ? 35 : age < 40 ? 9 : 3)) {
            return "SINGLE";
        }
        return List.of("MARRIED", "DIVORCED", "WIDOWED").get(dice.weighted(93, 4, age > 45 ? 5 : 1));
    }

    static String address(Government government, Dice dice) {
        return "Jl. " + dice.pick(STREETS) + " No. " + dice.between(1, 180) + ", RT "
                + "%03d".formatted(dice.between(1, 12)) + "/RW " + "%02d".formatted(dice.between(1, 9)) + ", "
                + dice.pick(government.places());
    }
}
