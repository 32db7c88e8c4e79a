import { CircleAlert } from "lucide-react";
import type { Told } from "../api/shapes";

/** Why a training failed, what to do about it, and the code by which others know it; nothing where it did not. */
export function Failure({ error }: { error: Told | null }) {
  if (error === null) return null;
  return (
    <div
      role="alert"
      data-testid="error-message"
      data-code={error.code}
      className="flex items-start gap-3 rounded-xl bg-danger-soft px-4 py-3 text-danger"
    >
      <CircleAlert aria-hidden className="mt-1 size-5 shrink-0" />
      <p className="min-w-0">
        {error.message}{" "}
        <bdi>
          <code className="text-sm">({error.code})</code>
        </bdi>
      </p>
    </div>
  );
}
