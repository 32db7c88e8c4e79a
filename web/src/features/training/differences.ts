import type { Config, Training } from "./api/shapes";

/** One thing that trainings were told, and what each of them was. */
export interface Told {
  name: string;
  values: unknown[];
  /** Whether they were not all told the same. */
  differs: boolean;
}

/** What trainings were told; where they differ comes first. */
export function differences(trainings: readonly Pick<Training, "config">[]): Told[] {
  const configs: Config[] = trainings.map(({ config }) => config);
  const names = [...new Set(configs.flatMap((config) => Object.keys(config)))];
  return names
    .map((name) => {
      const values = configs.map((config) => config[name]);
      return { name, values, differs: new Set(values.map((value) => JSON.stringify(value))).size > 1 };
    })
    .sort((one, other) => Number(other.differs) - Number(one.differs));
}
