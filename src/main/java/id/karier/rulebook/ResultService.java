package id.karier.rulebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.karier.calculation.CalculationTexts;
import id.karier.calculation.CalculatorNames;
import id.karier.calculation.CalculatorNames.Named;
import id.karier.calculation.Calculators;
import id.karier.calculation.Calculators.Case;
import id.karier.calculation.explain.CalculationRequest;
import id.karier.calculation.explain.Explained;
import id.karier.kernel.Caller;
import id.karier.kernel.Ids;
import id.karier.kernel.ProblemException;
import id.karier.rulebook.KeptResult.Figures;
import id.karier.rulebook.RulebookJson.Explanation;
import id.karier.rulebook.RulebookJson.ResultView;
import id.karier.rules.RuleSet;
import id.karier.rules.RuleSetDocuments;
import id.karier.rules.RuleSetKind;
import id.karier.rules.RuleSets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BadRequestException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Keeps answers with the documents that gave them, and computes them again from nothing else. */
@ApplicationScoped
class ResultService {
    private final RulebookQueries queries;
    private final Calculators calculators;
    private final CalculationDesk desk;
    private final RuleSets ruleSets;
    private final RuleSetDocuments documents;
    private final ObjectMapper json;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    ResultService(
            RulebookQueries queries,
            Calculators calculators,
            CalculationDesk desk,
            RuleSets ruleSets,
            RuleSetDocuments documents,
            ObjectMapper json,
            Caller caller,
            Ids ids,
            Clock clock) {
        this.queries = queries;
        this.calculators = calculators;
        this.desk = desk;
        this.ruleSets = ruleSets;
        this.documents = documents;
        this.json = json;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws ProblemException 404 for an unknown calculator, 422 for input that no rule can take */
    @Transactional
    public ResultView keep(String calculator, ObjectNode request) {
        var here = desk.here();
        var answer = tree(plain(named(calculator), calculators, request, here));
        var used = new ArrayList<JsonNode>(List.of(answer.path("ruleSet")));
        answer.path("alsoUsed").forEach(used::add);
        var kept = json.createArrayNode();
        used.forEach(ref -> kept.add(RuleSetDocuments.document(find(ref))));
        var result = new KeptResult(
                ids.next(),
                calculator,
                here.today(),
                new Figures(request.toString(), answer.toString(), kept.toString()),
                caller.accountId(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        queries.add(result);
        return view(result);
    }

    @Transactional
    public ResultView get(String calculator, UUID id) {
        return view(queries.result(id, calculator, caller.accountId()));
    }

    /** The same request to the same rules, whatever the law has become. */
    @Transactional
    public Explanation explain(String calculator, UUID id) {
        var result = queries.result(id, calculator, caller.accountId());
        var kept = new ArrayList<RuleSet<?>>();
        for (var document : RuleSetDocuments.tree(result.figures().ruleSets())) {
            kept.add(documents.restore(document));
        }
        var then = new Calculators(new RuleSets(kept, (agency, kind) -> List.of()));
        var request = (ObjectNode) RuleSetDocuments.tree(result.figures().request());
        var again = plain(named(calculator), then, request, new Case(result.calculatedOn(), null));
        var before = read(result.figures().answer());
        return new Explanation(id, repeats(before, tree(again)), before, worded(again));
    }

    /** Whether everything that was answered is answered again; a member that answers did not have yet is no difference. */
    static boolean repeats(JsonNode before, JsonNode again) {
        if (before.isObject()) {
            return before.properties().stream()
                    .allMatch(member -> repeats(member.getValue(), again.path(member.getKey())));
        }
        if (before.isArray()) {
            return before.size() == again.size()
                    && IntStream.range(0, before.size()).allMatch(i -> repeats(before.get(i), again.get(i)));
        }
        return before.isNull() ? again.isNull() || again.isMissingNode() : before.equals(again);
    }

    private ResultView view(KeptResult result) {
        return new ResultView(
                result.id(),
                result.calculator(),
                result.calculatedOn(),
                result.keptAt(),
                read(result.figures().request()),
                read(result.figures().answer()),
                result.version());
    }

    private RuleSet<?> find(JsonNode ref) {
        return ruleSets.all(RuleSetKind.valueOf(ref.path("kind").asText()), caller.agency()).stream()
                .filter(candidate ->
                        candidate.version().equals(ref.path("version").asText()))
                .findFirst()
                .orElseThrow();
    }

    private <Q extends CalculationRequest, A extends Explained<A>> Explained<?> plain(
            Named<Q, A> named, Calculators with, ObjectNode request, Case of) {
        try {
            return named.calculation().apply(with, json.treeToValue(request, named.requestType()), of);
        } catch (JsonProcessingException unreadable) {
            throw new BadRequestException(unreadable);
        }
    }

    private <A extends Explained<A>> JsonNode worded(Explained<A> answer) {
        return tree(answer.worded(new CalculationTexts(caller.locale())));
    }

    private static Named<?, ?> named(String calculator) {
        return CalculatorNames.of(calculator).orElseThrow(ProblemException::notFound);
    }

    /** By way of text, so that what was kept and what is computed are written alike. */
    private JsonNode tree(Object value) {
        try {
            return json.readTree(json.writeValueAsString(value));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("unreadable result", damaged);
        }
    }
}
