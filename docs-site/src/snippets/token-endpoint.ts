import { tokenPath, type EmbedChoice } from './page-snippet.ts';

/** The languages in which a token endpoint is written out. */
export const languages = {
  node: { label: 'Node', file: 'server.mjs', syntax: 'js' },
  python: { label: 'Python', file: 'server.py', syntax: 'python' },
  php: { label: 'PHP', file: 'server.php', syntax: 'php' },
  ruby: { label: 'Ruby', file: 'config.ru', syntax: 'ruby' },
  go: { label: 'Go', file: 'main.go', syntax: 'go' },
  csharp: { label: 'C#', file: 'Program.cs', syntax: 'csharp' },
} as const;

export type Language = keyof typeof languages;

/**
 * A server that answers `POST /outreach-session` with a session for whoever is signed in to the host, with nothing but what the
 * language brings along. `OUTREACH_KEY` and `OUTREACH_WORKSPACE` come from the environment, and `PORT` where it should listen.
 */
export function tokenEndpoint(language: Language, choice: EmbedChoice): string {
  return writers[language](choice);
}

/** Without CORS headers, a page of another site can make a signed-in browser ask, but never read the answer. */
const writers: Record<Language, (choice: EmbedChoice) => string> = {
  node: ({ widget, origin, apiUrl }) => `import { createServer } from 'node:http';

const { OUTREACH_KEY, OUTREACH_WORKSPACE, PORT = '3000' } = process.env;

/** Replace this by whoever is signed in to your product; answer null for nobody. */
const signedIn = (request) => ({ id: 'user-1', name: 'Uma Example' });

createServer(async (request, response) => {
  const user = signedIn(request);
  if (request.method !== 'POST' || request.url !== '${tokenPath}' || !user) return response.writeHead(404).end();
  const answer = await fetch('${apiUrl}/rpc/embedSessions.create', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: \`Bearer \${OUTREACH_KEY}\` },
    body: JSON.stringify({
      workspaceId: OUTREACH_WORKSPACE,
      user: { externalId: user.id, name: user.name },
      widgets: { '${widget}': {} },
      origins: ['${origin}'],
    }),
  });
  const { result, error } = await answer.json();
  if (error) console.error(error.data.code, error.message, error.data.requestId);
  response.writeHead(error ? 502 : 200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(result?.data ?? {}));
}).listen(Number(PORT));
`,
  python: ({ widget, origin, apiUrl }) => `import json, os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.error import HTTPError
from urllib.request import Request, urlopen


def signed_in(request):
    """Replace this by whoever is signed in to your product; answer None for nobody."""
    return {"id": "user-1", "name": "Uma Example"}


class Server(BaseHTTPRequestHandler):
    def do_POST(self):
        user = signed_in(self)
        if self.path != "${tokenPath}" or not user:
            return self.send_error(404)
        question = Request(
            "${apiUrl}/rpc/embedSessions.create",
            method="POST",
            headers={"Content-Type": "application/json", "Authorization": f"Bearer {os.environ['OUTREACH_KEY']}"},
            data=json.dumps({
                "workspaceId": os.environ["OUTREACH_WORKSPACE"],
                "user": {"externalId": user["id"], "name": user["name"]},
                "widgets": {"${widget}": {}},
                "origins": ["${origin}"],
            }).encode(),
        )
        try:
            with urlopen(question, timeout=10) as answer:
                session = json.load(answer)["result"]["data"]
        except HTTPError as error:
            print(error.read().decode())
            return self.send_error(502)
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(json.dumps(session).encode())


ThreadingHTTPServer(("", int(os.environ.get("PORT", "3000"))), Server).serve_forever()
`,
  php: ({ widget, origin, apiUrl }) => `<?php
// Replace this by whoever is signed in to your product; answer null for nobody.
function signedIn(): ?array
{
    return ['id' => 'user-1', 'name' => 'Uma Example'];
}

$user = signedIn();
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if ($_SERVER['REQUEST_METHOD'] !== 'POST' || $path !== '${tokenPath}' || $user === null) {
    http_response_code(404);
    exit;
}
$answer = file_get_contents('${apiUrl}/rpc/embedSessions.create', false, stream_context_create(['http' => [
    'method' => 'POST',
    'header' => ['Content-Type: application/json', 'Authorization: Bearer ' . getenv('OUTREACH_KEY')],
    'content' => json_encode([
        'workspaceId' => getenv('OUTREACH_WORKSPACE'),
        'user' => ['externalId' => $user['id'], 'name' => $user['name']],
        'widgets' => ['${widget}' => new stdClass()],
        'origins' => ['${origin}'],
    ]),
    'ignore_errors' => true,
    'timeout' => 10,
]]));
$session = json_decode($answer ?: 'null', true)['result']['data'] ?? null;
if ($session === null) {
    error_log((string) $answer);
    http_response_code(502);
    exit;
}
header('Content-Type: application/json');
header('Cache-Control: no-store');
echo json_encode($session);
`,
  ruby: ({ widget, origin, apiUrl }) => `# rackup config.ru
require 'json'
require 'net/http'

# Replace this by whoever is signed in to your product; answer nil for nobody.
def signed_in(_env)
  { id: 'user-1', name: 'Uma Example' }
end

run(lambda do |env|
  user = signed_in(env)
  next [404, {}, []] unless env['REQUEST_METHOD'] == 'POST' && env['PATH_INFO'] == '${tokenPath}' && user

  answer = Net::HTTP.post(
    URI('${apiUrl}/rpc/embedSessions.create'),
    JSON.generate(
      workspaceId: ENV.fetch('OUTREACH_WORKSPACE'),
      user: { externalId: user[:id], name: user[:name] },
      widgets: { '${widget}' => {} },
      origins: ['${origin}']
    ),
    'Content-Type' => 'application/json', 'Authorization' => "Bearer #{ENV.fetch('OUTREACH_KEY')}"
  )
  unless answer.is_a?(Net::HTTPSuccess)
    warn answer.body
    next [502, {}, []]
  end
  session = JSON.parse(answer.body).dig('result', 'data')
  [200, { 'content-type' => 'application/json', 'cache-control' => 'no-store' }, [JSON.generate(session)]]
end)
`,
  go: ({ widget, origin, apiUrl }) => `package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"io"
	"log"
	"net/http"
	"os"
	"time"
)

type user struct{ ID, Name string }

// Replace this by whoever is signed in to your product; answer nil for nobody.
func signedIn(r *http.Request) *user { return &user{"user-1", "Uma Example"} }

func main() {
	client := &http.Client{Timeout: 10 * time.Second}
	http.HandleFunc("POST ${tokenPath}", func(w http.ResponseWriter, r *http.Request) {
		who := signedIn(r)
		if who == nil {
			http.NotFound(w, r)
			return
		}
		body, _ := json.Marshal(map[string]any{
			"workspaceId": os.Getenv("OUTREACH_WORKSPACE"),
			"user":        map[string]string{"externalId": who.ID, "name": who.Name},
			"widgets":     map[string]any{"${widget}": struct{}{}},
			"origins":     []string{"${origin}"},
		})
		question, _ := http.NewRequestWithContext(r.Context(), "POST", "${apiUrl}/rpc/embedSessions.create", bytes.NewReader(body))
		question.Header.Set("Content-Type", "application/json")
		question.Header.Set("Authorization", "Bearer "+os.Getenv("OUTREACH_KEY"))
		answer, err := client.Do(question)
		if err != nil {
			log.Print(err)
			http.Error(w, "", http.StatusBadGateway)
			return
		}
		defer answer.Body.Close()
		text, _ := io.ReadAll(answer.Body)
		var session struct{ Result struct{ Data json.RawMessage } }
		if answer.StatusCode != http.StatusOK || json.Unmarshal(text, &session) != nil {
			log.Printf("%s", text)
			http.Error(w, "", http.StatusBadGateway)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		w.Header().Set("Cache-Control", "no-store")
		w.Write(session.Result.Data)
	})
	log.Fatal(http.ListenAndServe(":"+cmp.Or(os.Getenv("PORT"), "3000"), nil))
}
`,
  csharp: ({ widget, origin, apiUrl }) => `using System.Net.Http.Headers;
using System.Text.Json;

var app = WebApplication.CreateBuilder(args).Build();
var client = new HttpClient { BaseAddress = new Uri("${apiUrl}"), Timeout = TimeSpan.FromSeconds(10) };
client.DefaultRequestHeaders.Authorization =
    new AuthenticationHeaderValue("Bearer", Environment.GetEnvironmentVariable("OUTREACH_KEY"));

app.MapPost("${tokenPath}", async (HttpContext context) =>
{
    if (SignedIn(context) is not var (id, name)) return Results.NotFound();
    var answer = await client.PostAsJsonAsync("/rpc/embedSessions.create", new
    {
        workspaceId = Environment.GetEnvironmentVariable("OUTREACH_WORKSPACE"),
        user = new { externalId = id, name },
        widgets = new Dictionary<string, object> { ["${widget}"] = new { } },
        origins = new[] { "${origin}" },
    });
    var text = await answer.Content.ReadAsStringAsync();
    if (!answer.IsSuccessStatusCode)
    {
        app.Logger.LogError("{Answer}", text);
        return Results.StatusCode(502);
    }
    context.Response.Headers.CacheControl = "no-store";
    return Results.Json(JsonDocument.Parse(text).RootElement.GetProperty("result").GetProperty("data"));
});
app.Run($"http://*:{Environment.GetEnvironmentVariable("PORT") ?? "3000"}");

// Replace this by whoever is signed in to your product; answer null for nobody.
static (string Id, string Name)? SignedIn(HttpContext context) => ("user-1", "Uma Example");
`,
};
