import { useState, type ReactNode, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import { FaultSummary } from "@/features/accounts/components/FaultSummary";
import { PasswordField } from "@/features/accounts/components/PasswordField";
import { faultsOf, type Entries, type Faults } from "@/features/accounts/faults";
import { Button } from "@/components/ui/Button";
import { Card } from "@/components/ui/Card";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Field } from "@/components/ui/Field";
import { Input } from "@/components/ui/Input";
import { Problem } from "@/lib/problem";

interface AccountFormProps {
  /** Making an account also asks for a name, and for a password of some length. */
  making: boolean;
  title: string;
  submit: string;
  note?: ReactNode;
  children: ReactNode;
  onSubmit: (entries: Entries) => Promise<void>;
}

/** The form to log in or to make an account; what is wrong is said above and at each field. */
export function AccountForm({ making, title, submit, note, children, onSubmit }: AccountFormProps) {
  const { t } = useTranslation();
  const [faults, setFaults] = useState<Faults>({});
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  async function handle(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const entries = read(form);
    const found = faultsOf(entries, making);
    setFaults(found);
    setFailure(null);
    const [first] = Object.keys(found);
    if (first !== undefined) {
      form.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus();
      return;
    }
    setBusy(true);
    await onSubmit(entries).catch(setFailure);
    setBusy(false);
  }

  const fault = (name: keyof Entries) => (faults[name] ? t(faults[name]) : refusalOf(failure, name));
  return (
    <Card aria-labelledby="account-form">
      <title>{`${title} · ${t("app.name")}`}</title>
      <h1 id="account-form" className="text-2xl font-bold">
        {title}
      </h1>
      <form noValidate className="mt-5 grid gap-4" onSubmit={(event) => void handle(event)}>
        {note}
        <FaultSummary faults={faults} />
        <ErrorMessage error={failure} />
        <Field label={t("account.email")} error={fault("email")}>
          {(control) => (
            <Input
              {...control}
              type="email"
              name="email"
              autoComplete="email"
              dir="ltr"
              data-testid="email"
              required
            />
          )}
        </Field>
        {making && (
          <Field label={t("account.username")} error={fault("username")}>
            {(control) => (
              <Input {...control} name="username" autoComplete="username" data-testid="username" required />
            )}
          </Field>
        )}
        <PasswordField
          autoComplete={making ? "new-password" : "current-password"}
          hint={making ? t("account.passwordHint") : undefined}
          error={fault("password")}
          required
        />
        <Button
          type="submit"
          look="primary"
          busy={busy}
          data-testid={making ? "submit-register" : "submit-login"}
          className="mt-2"
        >
          {submit}
        </Button>
      </form>
      <p className="mt-5 text-center text-ink-soft">{children}</p>
    </Card>
  );
}

function read(form: HTMLFormElement): Entries {
  const written = new FormData(form);
  const entry = (name: keyof Entries) => {
    const value = written.get(name);
    return typeof value === "string" ? value : "";
  };
  return { email: entry("email").trim(), username: entry("username").trim(), password: entry("password") };
}

/** What the server says about one field. */
function refusalOf(failure: unknown, name: keyof Entries): string | undefined {
  if (!(failure instanceof Problem)) return undefined;
  return failure.errors.find(({ loc }) => loc.includes(name))?.msg;
}
