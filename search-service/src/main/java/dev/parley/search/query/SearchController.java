package dev.parley.search.query;

import dev.parley.access.rest.Answer;
import dev.parley.access.rest.ChatException;
import dev.parley.contracts.UserId;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Search over REST. It is a POST so that what somebody looks for stands in no URL. */
@RestController
class SearchController {

    private final Searches searches;
    private final SearchMeters meters;
    private final QuerySettings settings;

    SearchController(Searches searches, SearchMeters meters, QuerySettings settings) {
        this.searches = searches;
        this.meters = meters;
        this.settings = settings;
    }

    @PostMapping("/api/v1/messages/search")
    Answer<List<FoundHit>> search(UserId caller, @RequestBody JsonNode body) {
        var began = System.nanoTime();
        var outcome = Outcome.FAILED;
        try {
            var found = searches.search(caller, SearchRequest.read(body, settings));
            outcome = found.outcome();
            return Answer.of(found.hits(), found.meta());
        } catch (ChatException e) {
            outcome = Outcome.REFUSED;
            throw e;
        } catch (NotAnswered e) {
            outcome = e.why();
            throw ChatException.unavailable(String.valueOf(e.getMessage()));
        } finally {
            meters.count(outcome, System.nanoTime() - began);
        }
    }
}
