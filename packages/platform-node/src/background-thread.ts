import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker, workerData } from "node:worker_threads";

interface Connection {
  readonly port: MessagePort;
  /** Of the thread that was started: how many messages it has sent, and whether it has begun to take messages. */
  readonly state: Int32Array;
}

const SENT = 0;
const READY = 1;

/**
 * Starts a thread that replies to messages, and ends with this one. Neither needs the event loop of this thread, which runs Python.
 * @param data what the thread gets, as `data` of {@link serveMessages}
 * @returns one end of the connection, a `Channel` of `@hotpy/supervisor`: messages arrive in order
 */
export function startBackgroundThread(entry: URL, data: object) {
  const { port1, port2 } = new MessageChannel();
  const state = new Int32Array(new SharedArrayBuffer(8));
  const connection: Connection = { port: port2, state };
  const worker = new Worker(entry, { workerData: { data, connection }, transferList: [port2], stdin: false });
  worker.unref();
  let received = 0;
  return {
    send: (message: object): void => port1.postMessage(message),
    /** The other end has begun to take messages. */
    isReady: (): boolean => Atomics.load(state, READY) !== 0,
    /** The next message that has arrived, or undefined. Does not wait; takes some nanoseconds where there is none. */
    receive(): unknown {
      // Asking the port takes a microsecond.
      if (Atomics.load(state, SENT) === received) return undefined;
      received = (received + 1) | 0;
      return (receiveMessageOnPort(port1) as { message: unknown }).message;
    },
  };
}

/** In the thread that was started: `handle` takes each message and returns the reply, if there is one. */
export function serveMessages<Data, Message extends object>(
  start: (data: Data) => (message: Message) => object | undefined,
): void {
  const { data, connection } = workerData as { data: Data; connection: Connection };
  const { port, state } = connection;
  const handle = start(data);
  port.on("message", (message: Message) => {
    const reply = handle(message);
    if (reply === undefined) return;
    port.postMessage(reply);
    Atomics.add(state, SENT, 1);
  });
  Atomics.store(state, READY, 1);
}
