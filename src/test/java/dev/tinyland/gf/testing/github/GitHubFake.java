package dev.tinyland.gf.testing.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of GitHub's API that the tools use, for one repository, on the loopback interface. It keeps comments,
 * variables and runs; replies that a test orders come first, in order. What it says is compared with GitHub's own
 * description of the API by a test.
 */
public final class GitHubFake implements AutoCloseable {
    public static final String REPOSITORY = "tinyland/infra";
    public static final String TOKEN = "ghs_FakeTokenOfTheTests0123456789abcdef";

    /** What the token is. */
    public enum Token {
        /** A person's: {@code GET /user} tells who. */
        PERSON("octocat", true),
        /** A workflow's own. */
        WORKFLOW("github-actions[bot]", true),
        /** A workflow's own that can only read. */
        READ_ONLY("github-actions[bot]", false);

        private final String login;
        private final boolean writes;

        Token(String login, boolean writes) {
            this.login = login;
            this.writes = writes;
        }
    }

    /** A comment as the fake keeps it. */
    public record Comment(long id, String author, String body) {}

    private record Order(String method, Pattern path, Deque<Reply> replies) {}

    private record PullRequest(String head, boolean fork) {}

    private record Request(String method, URI address, JsonNode body) {}

    private interface Answer {
        Reply to(Request request, Matcher path);
    }

    private record Route(Pattern path, Answer answer) {
        Route(String path, Answer answer) {
            this(Pattern.compile(path), answer);
        }
    }

    private final List<Route> routes = routes();
    private final HttpServer server;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
    private final List<Order> orders = new CopyOnWriteArrayList<>();
    private final Map<Long, PullRequest> pulls = new LinkedHashMap<>();
    private final Map<Long, List<Comment>> comments = new TreeMap<>();
    private final Map<String, String> variables = new TreeMap<>();
    private final Set<String> minimized = new TreeSet<>();
    private final List<ObjectNode> runners = new ArrayList<>();
    private final FakeRuns runs = new FakeRuns();
    private Token token = Token.WORKFLOW;
    private int pageSize = 100;
    private long next = 1_000;

    public GitHubFake() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(executor);
        server.createContext("/", this::handle);
        server.start();
    }

    /** What {@code GITHUB_API_URL} has to be. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public synchronized GitHubFake token(Token kind) {
        token = kind;
        return this;
    }

    public synchronized GitHubFake withPullRequest(long number, String headSha, boolean fork) {
        pulls.put(number, new PullRequest(headSha, fork));
        return this;
    }

    public synchronized Comment withComment(long number, String author, String body) {
        Comment comment = new Comment(next++, author, body);
        comments.computeIfAbsent(number, _ -> new ArrayList<>()).add(comment);
        return comment;
    }

    public synchronized List<Comment> comments(long number) {
        return List.copyOf(comments.getOrDefault(number, List.of()));
    }

    public synchronized GitHubFake withVariable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    public synchronized Map<String, String> variables() {
        return Map.copyOf(variables);
    }

    public synchronized GitHubFake withRunner(String name, String status, boolean busy, String... labels) {
        ObjectNode runner = Templates.of("runner")
                .put("id", 800 + runners.size())
                .put("name", name)
                .put("status", status)
                .put("busy", busy);
        ArrayNode list = runner.putArray("labels");
        for (String label : labels) {
            list.addObject().put("name", label);
        }
        runners.add(runner);
        return this;
    }

    /** Never more than so many things on a page, whatever is asked for. */
    public synchronized GitHubFake pageSize(int size) {
        pageSize = size;
        return this;
    }

    /**
     * A workflow that can be dispatched.
     *
     * @param title of a run, from the inputs of its dispatch
     * @param states what each run does
     */
    public synchronized GitHubFake withWorkflow(
            String file, List<String> inputs, Function<Map<String, String>, String> title, RunState... states) {
        runs.script(file, inputs, title, List.of(states));
        return this;
    }

    /** As an older server, that answers a dispatch with nothing. */
    public synchronized GitHubFake withoutRunDetails() {
        runs.tellsRun(false);
        return this;
    }

    /** Answers the next requests to matching paths with these, then as ever. */
    public GitHubFake order(String method, String path, Reply... replies) {
        orders.add(new Order(method, Pattern.compile(path), new ArrayDeque<>(List.of(replies))));
        return this;
    }

    /** Everything so far, in order. */
    public List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    /** The requests so far that changed something. */
    public List<String> writes() {
        return exchanges.stream()
                .filter(exchange ->
                        !exchange.method().equals("GET") && !exchange.path().equals("/graphql"))
                .map(Exchange::line)
                .toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            String path = exchange.getRequestURI().toString();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Reply ordered = ordered(method, path);
            Reply reply = ordered != null ? ordered : answer(method, exchange.getRequestURI(), body, exchange);
            Map<String, List<String>> headers = new TreeMap<>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
            exchanges.add(new Exchange(method, path, headers, body, reply.status(), reply.body(), ordered != null));
            reply.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length + reply.missing());
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
                exchange.getResponseBody().flush();
            }
        }
    }

    private @Nullable Reply ordered(String method, String path) {
        for (Order order : orders) {
            if (order.method().equals(method) && order.path().matcher(path).find()) {
                Reply reply;
                synchronized (order) {
                    reply = order.replies().poll();
                }
                if (reply != null) {
                    return reply;
                }
            }
        }
        return null;
    }

    private synchronized Reply answer(String method, URI address, String text, HttpExchange exchange)
            throws IOException {
        if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return Reply.error(401, "Bad credentials");
        }
        String path = address.getPath();
        JsonNode body = text.isEmpty() ? Templates.JSON.missingNode() : Templates.JSON.readTree(text);
        boolean write = !method.equals("GET") && !path.equals("/graphql");
        if (write && !token.writes) {
            return Reply.error(403, "Resource not accessible by integration");
        }
        return switch (path) {
            case "/user" -> user();
            case "/graphql" -> graphQl(body);
            case "/repos/" + REPOSITORY -> Reply.json(200, repository().toString());
            case "/repos/" + REPOSITORY + "/actions/variables" -> createVariable(body);
            case "/repos/" + REPOSITORY + "/actions/runs" -> runs.list(status(address));
            default -> routed(method, path, address, body);
        };
    }

    /** The three things the tools ask of GraphQL, as its public schema has them. */
    private Reply graphQl(JsonNode body) {
        String query = body.path("query").asText();
        boolean minimize = query.contains(" minimizeComment(");
        if (!minimize && !query.contains(" unminimizeComment(")) {
            return Reply.json(200, "{\"data\":{\"viewer\":{\"login\":\"" + token.login + "\"}}}");
        }
        String id = body.at("/variables/id").asText();
        boolean known = comments.values().stream()
                .flatMap(List::stream)
                .anyMatch(comment -> nodeId(comment.id()).equals(id));
        String name = minimize ? "minimizeComment" : "unminimizeComment";
        if (!token.writes || !known) {
            return Reply.json(200, """
                {"data":{"%s":null},"errors":[{"type":"%s","path":["%1$s"],"message":"%s"}]}\
                """.formatted(
                            name,
                            known ? "FORBIDDEN" : "NOT_FOUND",
                            known
                                    ? "Resource not accessible by integration"
                                    : "Could not resolve to a node with the global id of '" + id + "'"));
        }
        if (minimize) {
            minimized.add(id);
        } else {
            minimized.remove(id);
        }
        return Reply.json(
                200,
                "{\"data\":{\"%s\":{\"%sdComment\":{\"isMinimized\":%s}}}}"
                        .formatted(name, name.replace("Comment", ""), minimize));
    }

    private static String nodeId(long comment) {
        return "IC_" + comment;
    }

    /** Whether a comment is folded away. */
    public synchronized boolean isMinimized(long comment) {
        return minimized.contains(nodeId(comment));
    }

    private Reply routed(String method, String path, URI address, JsonNode body) {
        for (Route route : routes) {
            Matcher matcher = route.path().matcher(path);
            if (matcher.matches()) {
                return route.answer().to(new Request(method, address, body), matcher);
            }
        }
        return Reply.error(404, "Not Found");
    }

    private List<Route> routes() {
        String home = "/repos/[^/]+/[^/]+";
        return List.of(
                new Route(home + "/issues/(\\d+)", (_, path) -> known(number(path), this::issue)),
                new Route(home + "/pulls/(\\d+)", (_, path) -> known(number(path), this::pull)),
                new Route(
                        home + "/issues/(\\d+)/comments",
                        (request, path) -> request.method().equals("POST")
                                ? create(number(path), request.body())
                                : page(request.address(), number(path))),
                new Route(
                        home + "/issues/comments/(\\d+)",
                        (request, path) -> comment(request.method(), number(path), request.body())),
                new Route(
                        home + "/actions/variables/(\\w+)",
                        (request, path) -> variable(request.method(), path.group(1), request.body())),
                new Route(
                        home + "/actions/workflows/([^/]+)/dispatches",
                        (request, path) -> runs.dispatch(path.group(1), request.body())),
                new Route(home + "/actions/workflows/([^/]+)", (_, path) -> runs.workflow(path.group(1))),
                new Route(home + "/actions/runs/(\\d+)", (_, path) -> runs.run(number(path))),
                new Route(home + "/actions/runs/(\\d+)/jobs", (_, path) -> runs.jobs(number(path))),
                new Route(home + "/actions/runs/(\\d+)/cancel", (_, path) -> runs.cancel(number(path))),
                new Route(
                        "/(?:orgs/[^/]+|" + home.substring(1) + ")/actions/runners",
                        (request, _) -> token == Token.PERSON
                                ? runners(request.address())
                                : Reply.error(403, "Resource not accessible by integration")));
    }

    private static String status(URI address) {
        Matcher status = Pattern.compile("(?:^|&)status=(\\w+)").matcher(String.valueOf(address.getQuery()));
        return status.find() ? status.group(1) : "";
    }

    private static long number(Matcher path) {
        return Long.parseLong(path.group(1));
    }

    private Reply known(long number, LongFunction<ObjectNode> thing) {
        return pulls.containsKey(number)
                ? Reply.json(200, thing.apply(number).toString())
                : Reply.error(404, "Not Found");
    }

    private Reply user() {
        if (token != Token.PERSON) {
            return Reply.error(403, "Resource not accessible by integration");
        }
        return Reply.json(200, Templates.of("user").put("login", token.login).toString());
    }

    private static ObjectNode account(String login) {
        return Templates.of("account").put("login", login).put("type", login.endsWith("[bot]") ? "Bot" : "User");
    }

    private static ObjectNode repository() {
        ObjectNode repository =
                Templates.of("repository").put("name", REPOSITORY.split("/")[1]).put("full_name", REPOSITORY);
        repository.set("owner", account(REPOSITORY.split("/")[0]));
        return repository;
    }

    private ObjectNode issue(long number) {
        ObjectNode issue = Templates.of("issue").put("number", number).put("state", "open");
        issue.set("user", account("octocat"));
        return issue;
    }

    private ObjectNode pull(long number) {
        PullRequest kept = pulls.get(number);
        ObjectNode pull = Templates.of("pull").put("number", number).put("state", "open");
        pull.set("user", account("octocat"));
        if (kept != null) {
            ((ObjectNode) pull.path("head")).put("sha", kept.head());
            ((ObjectNode) pull.at("/head/repo")).put("full_name", kept.fork() ? "mallory/infra" : REPOSITORY);
        }
        return pull;
    }

    private ObjectNode json(Comment comment) {
        ObjectNode json = Templates.of("comment")
                .put("id", comment.id())
                .put("node_id", nodeId(comment.id()))
                .put("body", comment.body())
                .put("url", address() + "/repos/" + REPOSITORY + "/issues/comments/" + comment.id())
                .put("html_url", "https://git.example/" + REPOSITORY + "/pull/7#issuecomment-" + comment.id());
        json.set("user", account(comment.author()));
        return json;
    }

    private Reply create(long number, JsonNode body) {
        if (!pulls.containsKey(number)) {
            return Reply.error(404, "Not Found");
        }
        String text = body.path("body").asText();
        return tooLong(text)
                ? invalid()
                : Reply.json(201, json(withComment(number, token.login, text)).toString());
    }

    private Reply comment(String method, long id, JsonNode body) {
        for (List<Comment> list : comments.values()) {
            for (int i = 0; i < list.size(); i++) {
                Comment comment = list.get(i);
                if (comment.id() != id) {
                    continue;
                }
                if (!comment.author().equals(token.login) && !method.equals("GET")) {
                    return Reply.error(403, "Resource not accessible by integration");
                }
                if (method.equals("DELETE")) {
                    list.remove(i);
                    return new Reply(204, Map.of(), "", 0);
                }
                String text = body.path("body").asText(comment.body());
                if (tooLong(text)) {
                    return invalid();
                }
                list.set(i, new Comment(id, comment.author(), text));
                return Reply.json(200, json(list.get(i)).toString());
            }
        }
        return Reply.error(404, "Not Found");
    }

    /** As GitHub does. */
    private static boolean tooLong(String body) {
        return body.isEmpty() || body.length() > 65_536;
    }

    private static Reply invalid() {
        return Reply.json(422, """
            {"message":"Validation Failed","errors":[{"resource":"IssueComment","code":"unprocessable",\
            "field":"data","message":"Body is too long (maximum is 65536 characters)"}],\
            "documentation_url":"https://docs.git.example","status":"422"}\
            """);
    }

    private Reply page(URI address, long number) {
        List<Comment> all = comments(number);
        Page page = Page.of(address, all.size(), pageSize);
        ArrayNode list = Templates.JSON.createArrayNode();
        all.subList(page.from(), page.to()).forEach(comment -> list.add(json(comment)));
        return page.link(address())
                .map(link -> Reply.json(200, list.toString()).with("Link", link))
                .orElseGet(() -> Reply.json(200, list.toString()));
    }

    private Reply runners(URI address) {
        Page page = Page.of(address, runners.size(), pageSize);
        ObjectNode json = Templates.JSON.createObjectNode().put("total_count", runners.size());
        ArrayNode list = json.putArray("runners");
        runners.subList(page.from(), page.to()).forEach(list::add);
        return Reply.json(200, json.toString());
    }

    private Reply createVariable(JsonNode body) {
        String name = body.path("name").asText();
        if (variables.containsKey(name)) {
            return Reply.error(409, "Already exists - Variable already exists");
        }
        variables.put(name, body.path("value").asText());
        return Reply.json(201, "{}");
    }

    private Reply variable(String method, String name, JsonNode body) {
        String value = variables.get(name);
        if (value == null) {
            return Reply.error(404, "Not Found");
        }
        if (method.equals("PATCH")) {
            variables.put(name, body.path("value").asText());
            return new Reply(204, Map.of(), "", 0);
        }
        return Reply.json(
                200,
                Templates.of("variable").put("name", name).put("value", value).toString());
    }

    @Override
    public void close() {
        server.stop(0);
        executor.close();
    }
}
