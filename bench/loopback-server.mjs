// A server for the rows on sending, in a process of its own so that client and server don't share a core: it answers
// 200 to whatever comes. It speaks just enough HTTP for that, because a real HTTP server would be slower than the
// clients that are measured, and hide them.
import { createServer } from 'node:net';

const endOfRequest = Buffer.from('\r\n\r\n');
const answer = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 15\r\n\r\n{"status":"ok"}';

let answered = 0;

const server = createServer((socket) => {
  let rest = Buffer.alloc(0);
  socket.setNoDelay(true);
  socket.on('error', () => socket.destroy());
  socket.on('data', (piece) => {
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    let answers = '';
    let at = 0;
    for (let end = bytes.indexOf(endOfRequest); end !== -1; end = bytes.indexOf(endOfRequest, at)) {
      answers += answer;
      answered += 1;
      at = end + endOfRequest.length;
    }
    rest = bytes.subarray(at);
    if (answers !== '') socket.write(answers);
  });
});
server.listen(0, '127.0.0.1', () => process.send(server.address().port));
// Whoever asks hears how many requests were answered so far.
process.on('message', () => process.send(answered));
process.on('disconnect', () => process.exit(0));
