// Talks to a gateway as an application would, and prints each thing that it sees as a line of JSON.
// Arguments: the gateway's address; a token; the token to come back with; a token that is about to end.
import { io } from "socket.io-client";
import { WebSocket } from "ws";

const [url, token, nextToken, shortToken] = process.argv.slice(2);
const patience = 10_000;

const say = (what, seen) => console.log(JSON.stringify({ what, ...seen }));
const once = (emitter, event) => new Promise((resolve) => emitter.once(event, resolve));

// Shows every packet, as it is on the wire.
const sockets = new Map();
const number = (socket) => sockets.get(socket) ?? sockets.set(socket, sockets.size + 1).get(socket);
const { send, emit } = WebSocket.prototype;
WebSocket.prototype.send = function (text, ...more) {
  say("packet", { socket: number(this), way: `${text}`.includes("no:such") ? "outOnPurpose" : "out", text: `${text}` });
  return send.call(this, text, ...more);
};
WebSocket.prototype.emit = function (event, ...seen) {
  if (event === "message") {
    say("packet", { socket: number(this), way: "in", text: `${seen[0]}` });
  }
  return emit.call(this, event, ...seen);
};

const tokens = [token, nextToken];
const socket = io(url, {
  transports: ["websocket"],
  reconnectionDelay: 50,
  auth: (give) => give({ token: tokens.shift() }),
});
const ready = await once(socket, "session:ready");
say("ready", { userId: ready.userId, sameId: ready.sessionId === socket.id });

say("sent", await socket.timeout(patience).emitWithAck("message:send", { recipientId: "bob", content: "from Node" }));
say("refused", await socket.timeout(patience).emitWithAck("message:send", { recipientId: "bob", content: " " }));
socket.emit("no:such", {});
say("error", await once(socket, "error"));

const news = once(socket, "message:new");
say("listening");
say("heard", await news);

const readyAgain = once(socket, "session:ready");
const gone = once(socket, "disconnect");
socket.io.engine.close();
say("gone", { reason: await gone });
say("back", { userId: (await readyAgain).userId });
socket.disconnect();

const denied = io(url, { transports: ["websocket"], forceNew: true, auth: { token: "junk" } });
const denial = await once(denied, "connect_error");
say("denied", { message: denial.message, data: denial.data, triesAgain: denied.active });

const short = io(url, { transports: ["websocket"], forceNew: true, auth: { token: shortToken } });
say("ended", { reason: await once(short, "disconnect"), triesAgain: short.active });
short.disconnect();

const polling = io(url, { forceNew: true, reconnection: false, auth: { token } });
// The client empties its request once its listeners have returned, so the body is read in one of them.
const polled = await new Promise((resolve) => polling.once("connect_error", (failure) => resolve({
  status: failure.description,
  body: failure.context.responseText,
})));
say("polled", polled);
say("done");
