package dev.parley.contractcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.contractcheck.Coverage.Item;
import dev.parley.contractcheck.Coverage.Kind;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestContractTest {

    private static final String ID = "1f0c9e0a-7b1d-8c52-9a44-3f6f0f7e2a11";
    private static final String CONVERSATIONS = "/api/v1/conversations";
    private static final String DIRECT = """
        {"status":"success","data":{"conversationId":"%s","kind":"direct","seq":0,"visibleFrom":1,"unread":0,\
        "readSeq":0,"deliveredSeq":0,"participants":[{"userId":"alice","deliveredSeq":0,"readSeq":0},\
        {"userId":"bob","deliveredSeq":0,"readSeq":0}],"createdAt":"2026-11-22T19:00:01.250Z"}}""".formatted(ID);
    private static final String NOT_FOUND = """
        {"title":"Not Found","status":404,"code":"CHAT_CONVERSATION_NOT_FOUND","retryable":false}""";

    private static final String SEARCH = "/api/v1/messages/search";
    private static final String FOUND = """
        {"status":"success","data":[{"message":{"conversationId":"%s","seq":1,"changedSeq":1,"messageId":"%s",\
        "senderId":"bob","content":"lake","sentAt":"2026-11-22T19:00:01.250Z"},"highlights":[[0,4]],"score":1}],\
        "meta":{"total":1,"totalIsExact":true,"indexedAt":"2026-11-22T19:00:01.250Z"}}""".formatted(ID, ID);

    private final RestContract contract = RestContract.of(Document.openapi());

    @Test
    void takesWhatIsDocumented() {
        assertThatCode(() -> {
            contract.check(call("POST", CONVERSATIONS, "{\"participantId\":\"bob\"}", 200, DIRECT));
            contract.check(call("GET", CONVERSATIONS + "/" + ID, null, 200, DIRECT));
            contract.check(call("GET", CONVERSATIONS + "/" + ID, null, 404, NOT_FOUND));
            contract.check(call("DELETE", CONVERSATIONS + "/" + ID + "/participants/a%20b", null, 204, ""));
            contract.check(call("GET", "/api/v1/contacts?limit=500&cursor=abc", null, 200,
                    "{\"status\":\"success\",\"data\":[{\"userId\":\"bob\"}],\"meta\":{}}"));
        }).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "seq":0           | "seq":"0"                  | value at /data/seq
        "unread":0        | "unread":1000              | value at /data/unread
        "unread":0,       | ``                         | unread
        "userId":"alice"  | "userId":"alice","role":"member" | role
        "kind":"direct"   | "kind":"group"             | participants
        "status":"success"| "status":"fine"            | value at /status
        {"status"         | "status"                   | not JSON
        """)
    void catchesAnAnswerThatIsNot(String right, String wrong, String where) {
        refuses(call("GET", CONVERSATIONS + "/" + ID, null, 200, DIRECT.replace(right, wrong)), where);
    }

    @Test
    void catchesWhatNoOperationSays() {
        refuses(call("GET", "/api/v1/nowhere", null, 200, DIRECT), "path: not in openapi.yaml");
        refuses(call("PUT", CONVERSATIONS, null, 200, DIRECT), "method");
        refuses(call("GET", CONVERSATIONS + "/" + ID, null, 418, NOT_FOUND), "status: 418");
        refuses(call("GET", CONVERSATIONS + "/" + ID, null, 403, NOT_FOUND), "status: 403");
        refuses(call("GET", CONVERSATIONS + "/" + ID, null, 401, NOT_FOUND), "header WWW-Authenticate: missing");
    }

    @Test
    void takesThatThereIsNothingWhereNothingIsDocumented() {
        var problem = "{\"status\":%d,\"code\":\"CHAT_INVALID_REQUEST\",\"retryable\":false}";
        assertThatCode(() -> {
            contract.check(call("GET", "/api/v1/nowhere", null, 404, problem.formatted(404)));
            contract.check(call("PUT", CONVERSATIONS, null, 405, problem.formatted(405)));
        }).doesNotThrowAnyException();
        refuses(call("GET", "/api/v1/nowhere", null, 404, "{}"), "status");
    }

    @Test
    void catchesACodeThatBelongsToAnotherStatus() {
        var answer = NOT_FOUND.replace("CHAT_CONVERSATION_NOT_FOUND", "CHAT_MARK_INVALID");
        refuses(call("GET", CONVERSATIONS + "/" + ID, null, 404, answer), "value at /code");
    }

    @Test
    void catchesATakenCallThatIsNotDocumented() {
        var page = "{\"status\":\"success\",\"data\":[],\"meta\":{}}";
        refuses(call("GET", CONVERSATIONS + "?limit=201", null, 200, page), "parameter limit");
        refuses(call("GET", CONVERSATIONS + "?limit=ten", null, 200, page), "parameter limit");
        refuses(call("GET", CONVERSATIONS + "?size=10", null, 200, page), "query parameter size");
        refuses(call("GET", CONVERSATIONS + "/not-a-uuid", null, 200, DIRECT), "parameter conversationId");
        refuses(call("POST", CONVERSATIONS, "{\"participantId\":7}", 200, DIRECT), "/participantId");
        refuses(call("POST", CONVERSATIONS, null, 200, DIRECT), "body of the call: missing");
        refuses(call("GET", CONVERSATIONS + "/" + ID, "{}", 200, DIRECT), "body of the call: there");
    }

    @Test
    void letsARefusedCallBeWrong() {
        var problem = """
            {"status":400,"code":"CHAT_INVALID_REQUEST","retryable":false}""";
        assertThatCode(() -> contract.check(call("GET", CONVERSATIONS + "?limit=201", null, 400, problem)))
                .doesNotThrowAnyException();
    }

    @Test
    void catchesAnotherContentType() {
        var exchange = call("GET", CONVERSATIONS + "/" + ID, null, 200, DIRECT);
        var answer = new Exchange.Answer(200, headers("text/plain"), DIRECT);
        refuses(new Exchange(exchange.call(), null, answer), "content-type: text/plain");
    }

    @Test
    void saysWhichServiceAnswersWhat() {
        assertThat(contract.services()).containsExactly("persistence", "search");
        assertThat(contract.operations("search")).containsExactly("POST /api/v1/messages/search");
        assertThat(contract.operations("persistence")).contains("GET /api/v1/sync", "POST /api/v1/conversations")
                .doesNotContain("POST /api/v1/messages/search");
    }

    @Test
    void holdsSearchesToTheirShape() {
        var asked = "{\"query\":\"lake\",\"cursor\":null,\"senderId\":\"bob\",\"sort\":\"best\"}";
        assertThatCode(() -> contract.check(call("POST", SEARCH, asked, 200, FOUND))).doesNotThrowAnyException();
        refuses(call("POST", SEARCH, "{\"query\":\"lake\",\"sort\":\"oldest\"}", 200, FOUND), "/sort");
        refuses(call("POST", SEARCH, asked, 200, FOUND.replace("[0,4]", "[0]")), "/data/0/highlights/0");
        refuses(call("POST", SEARCH, asked, 200, FOUND.replace("\"seq\"", "\"status\":\"sent\",\"seq\"")), "status");
    }

    @Test
    void tellsWhatWasSeen() {
        contract.check(call("GET", CONVERSATIONS + "/" + ID, null, 404, NOT_FOUND));
        var operation = "GET /api/v1/conversations/{conversationId} ";
        assertThat(contract.coverage().missing())
                .doesNotContain(new Item(Kind.OPERATION, operation + 404))
                .contains(new Item(Kind.OPERATION, operation + 200));
        assertThat(contract.coverage().report()).contains("1  PROBLEM CHAT_CONVERSATION_NOT_FOUND");
    }

    private void refuses(Exchange exchange, String why) {
        assertThatExceptionOfType(ContractViolation.class)
                .isThrownBy(() -> contract.check(exchange))
                .withMessageContaining(why);
    }

    private static Exchange call(String method, String uri, @Nullable String sent, int status, String body) {
        var call = new Exchange.Call(method, URI.create("http://127.0.0.1" + uri), headers("application/json"));
        var type = status < 300 ? "application/json" : "application/problem+json";
        return new Exchange(call, sent, new Exchange.Answer(status, headers(type), body));
    }

    private static HttpHeaders headers(String contentType) {
        return HttpHeaders.of(Map.of("content-type", List.of(contentType)), (_, _) -> true);
    }
}
