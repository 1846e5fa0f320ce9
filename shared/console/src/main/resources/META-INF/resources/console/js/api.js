/** Calls the API that this page is served beside; never another. */

const known = new Map();
let person = sessionStorage.getItem('person');
let heard = () => {};

/** An answer that is no success, in the words of its problem (RFC 9457). */
export class Refused extends Error {
    constructor(status, problem) {
        super(problem.detail || problem.title || `HTTP ${status}`);
        this.status = status;
        this.title = problem.title || 'It was refused';
        this.code = problem.code || `http-${status}`;
    }
}

/** Who is told, after each call, whether it was answered; and who the demo takes us for. */
export function onHeard(listener) {
    heard = listener;
}

/** Calls as another person from now on. Only the demo heeds it. */
export function actAs(name) {
    person = name;
    sessionStorage.setItem('person', name);
    known.clear();
}

/** Reads; what did not change since is not sent again. */
export async function read(path) {
    const before = known.get(path);
    const answer = await call(path, {headers: before ? {'If-None-Match': before.tag} : {}});
    if (answer.status === 304) {
        return before.body;
    }
    const body = await json(answer);
    const tag = answer.headers.get('ETag');
    if (tag) {
        known.set(path, {tag, body});
    }
    return body;
}

/** Changes something. Returns the answer's status and body. */
export async function change(method, path, body) {
    const answer = await call(path, {
        method,
        headers: body === undefined ? {} : {'Content-Type': 'application/json'},
        body: body === undefined ? undefined : JSON.stringify(body),
    });
    return {status: answer.status, body: await json(answer)};
}

async function call(path, {headers, ...rest}) {
    let answer;
    try {
        answer = await fetch(path, {
            ...rest,
            headers: person ? {...headers, 'X-Demo-Person': person} : headers,
            cache: 'no-store',
            signal: AbortSignal.timeout(15_000),
        });
    } catch {
        heard({answered: false});
        throw new Refused(0, {title: 'No answer', detail: 'the API does not answer'});
    }
    heard({answered: true, person: answer.headers.get('X-Demo-Person')});
    return answer;
}

async function json(answer) {
    const body = answer.status === 204 ? {} : await answer.json().catch(() => ({}));
    if (!answer.ok) {
        throw new Refused(answer.status, body);
    }
    return body;
}
