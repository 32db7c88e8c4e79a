import { Eye, EyeOff } from "lucide-react";
import { useState, type ComponentProps, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import { Field } from "@/components/ui/Field";
import { Input } from "@/components/ui/Input";

type PasswordFieldProps = Omit<ComponentProps<"input">, "type"> & {
  hint?: ReactNode;
  error?: string | undefined;
};

/** A password, hidden until one asks to see it. */
export function PasswordField({ hint, error, ...rest }: PasswordFieldProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <Field label={t("account.password")} hint={hint} error={error}>
      {(control) => (
        <div className="relative">
          <Input
            {...control}
            type={shown ? "text" : "password"}
            name="password"
            dir="ltr"
            data-testid="password"
            className="pe-12 text-start"
            {...rest}
          />
          <Button
            look="quiet"
            size="icon"
            className="absolute inset-y-0 end-0"
            aria-label={shown ? t("account.hidePassword") : t("account.showPassword")}
            onClick={() => {
              setShown(!shown);
            }}
          >
            <Icon aria-hidden className="size-5" />
          </Button>
        </div>
      )}
    </Field>
  );
}
