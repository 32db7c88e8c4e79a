import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test } from "vitest";
import { Button } from "@/components/ui/Button";
import { Choice } from "@/components/ui/Choice";
import { Meter } from "@/components/ui/Meter";
import { Progress } from "@/components/ui/Progress";
import { Switch } from "@/components/ui/Switch";
import { violations } from "@/testing/axe";

test("a busy button takes no clicks and says that it is busy", async () => {
  let clicks = 0;
  render(
    <Button busy onClick={() => (clicks += 1)}>
      بگو
    </Button>,
  );
  const button = screen.getByRole("button", { name: "بگو" });
  await userEvent.click(button);
  expect(clicks).toBe(0);
  expect(button).toHaveAttribute("aria-busy", "true");
});

function Lights() {
  const [light, setLight] = useState<"low" | "high">("low");
  const [on, setOn] = useState(false);
  return (
    <>
      <Choice
        label="نور"
        value={light}
        onChoose={setLight}
        options={[
          { value: "low", label: "کم" },
          { value: "high", label: "زیاد" },
        ]}
      />
      <Switch label="چراغ" note="در حیاط" checked={on} onSwitch={setOn} />
      <Progress label="کار" value={40} />
      <Meter label="دیسک" percent={95} note="پر" />
    </>
  );
}

test("the controls break no rule of accessibility", async () => {
  render(<Lights />);
  expect(await violations()).toEqual([]);
});

test("a choice and a switch are made with the keyboard", async () => {
  render(<Lights />);
  const user = userEvent.setup();
  await user.tab();
  await user.keyboard("{ArrowDown}");
  expect(screen.getByRole("radio", { name: "زیاد" })).toBeChecked();
  await user.tab();
  await user.keyboard(" ");
  expect(screen.getByRole("switch", { name: "چراغ" })).toBeChecked();
});

test("bars say their numbers, in Persian digits where they are words", () => {
  render(<Lights />);
  expect(screen.getByRole("progressbar", { name: "کار" })).toHaveAttribute("aria-valuenow", "40");
  expect(screen.getByRole("meter", { name: "دیسک" })).toHaveAttribute(
    "aria-valuetext",
    expect.stringContaining("۹۵"),
  );
});
