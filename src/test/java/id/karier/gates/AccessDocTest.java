package id.karier.gates;

import id.karier.kernel.Role;
import id.karier.kernel.access.AccessTable;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.Reach;
import id.karier.kernel.access.Resource;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AccessDocTest {
    @Test
    void the_page_is_printed_from_the_access_table() {
        GeneratedPage.assertCommitted("src/docs/access.md", page());
    }

    private static String page() {
        var page = new StringBuilder();
        page.append("""
                # Who may do what

                Printed from `id.karier.kernel.access.AccessTable`; `AccessDocTest` fails when this page differs from it. An empty
                cell is a refusal (403). `AccessMatrixTest` calls every endpoint with every role against it.

                - **self**: the caller's own record
                - **team**: the units that the caller leads, with everything below them, and her own record
                - **agency**: everything of the caller's agency; what is outside the reach is a 404
                - **nation**: every agency

                A person with several roles reaches as far as the widest of them. A machine client reaches its agency through the
                scope in the last column; where there is none, no machine does this. Whoever has left the service or is suspended
                reads her own file, keeps her own account (password, second factor), and nothing else. What one ADMIN may not hand
                out alone waits in `grants` and `bindings`.

                A scope without its action is reading: `calculations` stands for `calculations:read`. Of personal data, *decide* is to see
                it in the clear (`GET …/personal-data`, each time written down), *read* is to see who has seen it, *write* is to change it:
                AUDITOR sees the readings and none of the data, and gets 404 where it would be.

                """);
        var roles = Arrays.stream(Role.values()).map(Enum::name).collect(Collectors.joining(" | "));
        page.append("| resource | action | %s | scope |\n".formatted(roles));
        page.append("|---|---|%s---|\n".formatted("---|".repeat(Role.values().length)));
        for (var resource : Resource.values()) {
            for (var action : Action.values()) {
                var cells = Arrays.stream(Role.values())
                        .map(role -> AccessTable.reach(role, resource, action))
                        .toList();
                if (cells.stream().anyMatch(reach -> reach != Reach.NONE)) {
                    page.append("| %s | %s | %s | %s |\n"
                            .formatted(
                                    lower(resource),
                                    lower(action),
                                    cells.stream().map(AccessDocTest::cell).collect(Collectors.joining(" | ")),
                                    scope(resource, action)));
                }
            }
        }
        return page.toString();
    }

    private static String cell(Reach reach) {
        return reach == Reach.NONE ? "" : lower(reach);
    }

    private static String scope(Resource resource, Action action) {
        return AccessTable.isForMachines(resource, action) ? "`%s`".formatted(AccessTable.scope(resource, action)) : "";
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
