package id.karier.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The fenced blocks of {@code src/docs/first-day.md}, in their order. */
record FirstDayPage(String text, List<Block> blocks) {
    private static final Path PAGE = Path.of("src/docs/first-day.md");
    private static final Pattern FENCED = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");

    /** @param language what stands behind the fence: {@code sh} is to be run */
    record Block(String language, String content) {}

    static FirstDayPage read() throws IOException {
        var text = Files.readString(PAGE);
        var blocks = new ArrayList<Block>();
        FENCED.matcher(text).results().forEach(found -> blocks.add(new Block(found.group(1), found.group(2))));
        return new FirstDayPage(text, List.copyOf(blocks));
    }

    List<String> of(String language) {
        return blocks.stream()
                .filter(block -> block.language().equals(language))
                .map(Block::content)
                .toList();
    }

    /** The first block of commands makes what the product starts with. */
    String configuration() {
        return of("sh").get(0);
    }

    /** The others talk to the running product. */
    List<String> commands() {
        var all = of("sh");
        return all.subList(1, all.size());
    }
}
