/** What is written into a form for an account. */
export interface Entries {
  email: string;
  username: string;
  password: string;
}

/** What a person should correct, by field: the key of a sentence. */
export type Faults = Partial<
  Record<
    keyof Entries,
    | "form.emailEmpty"
    | "form.emailInvalid"
    | "form.usernameEmpty"
    | "form.passwordEmpty"
    | "form.passwordShort"
  >
>;

const SHORTEST_PASSWORD = 8;

/** Finds what is plainly wrong before the server is asked; `making` also checks what only a new account needs. */
export function faultsOf({ email, username, password }: Entries, making: boolean): Faults {
  const faults: Faults = {};
  if (email === "") faults.email = "form.emailEmpty";
  else if (!/^[^\s@]+@[^\s@]+$/.test(email)) faults.email = "form.emailInvalid";
  if (making && username === "") faults.username = "form.usernameEmpty";
  if (password === "") faults.password = "form.passwordEmpty";
  else if (making && [...password].length < SHORTEST_PASSWORD) faults.password = "form.passwordShort";
  return faults;
}
