/** One field the server refused, and why. */
export interface FieldProblem {
  loc: (string | number)[];
  msg: string;
}

/** Why a call failed: the server's problem details (RFC 9457), or that it could not be reached. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: FieldProblem[];
  readonly retryAfterS: number | null;

  constructor(given: {
    status: number;
    code: string;
    detail?: string;
    errors?: FieldProblem[];
    retryAfterS?: number | null;
  }) {
    super(given.detail ?? "");
    this.name = "Problem";
    this.status = given.status;
    this.code = given.code;
    this.errors = given.errors ?? [];
    this.retryAfterS = given.retryAfterS ?? null;
  }

  /** The server did not answer at all. */
  static unreachable(): Problem {
    return new Problem({ status: 0, code: "unreachable" });
  }

  /** Reads the problem out of a response and its parsed body. */
  static of(response: Response, body: unknown): Problem {
    const details = (typeof body === "object" && body !== null ? body : {}) as Partial<{
      code: string;
      detail: string;
      errors: FieldProblem[];
    }>;
    const retryAfter = Number(response.headers.get("Retry-After"));
    return new Problem({
      status: response.status,
      code: details.code ?? "unknown",
      detail: details.detail ?? "",
      errors: details.errors ?? [],
      retryAfterS: retryAfter > 0 ? retryAfter : null,
    });
  }

  /** Reads the problem out of a response whose body is still unread. */
  static async read(response: Response): Promise<Problem> {
    return Problem.of(response, await response.json().catch(() => null));
  }
}
