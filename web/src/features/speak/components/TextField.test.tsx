import { Blob as WholeBlob } from "node:buffer";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createRef, useState } from "react";
import { beforeEach, describe, expect, it } from "vitest";
import "@/lib/language";
import { TextField } from "./TextField";

function Field() {
  const [text, setText] = useState("");
  return <TextField value={text} onChange={setText} field={createRef()} />;
}

const field = () => screen.getByTestId("speak-text");

/** A file as the browser gives it: jsdom's own cannot be read. */
function drop(bytes: string | Uint8Array<ArrayBuffer>): void {
  const files = [new WholeBlob([bytes])];
  fireEvent.drop(field(), { dataTransfer: { files, types: ["Files"] } });
}

beforeEach(() => {
  render(<Field />);
});

describe("the text field", () => {
  it("counts characters as people do, in Persian digits", async () => {
    await userEvent.type(field(), "سلام😀");
    expect(screen.getByText("۵ از ۱۰۰٬۰۰۰ نویسه")).toBeInTheDocument();
    expect(field()).toHaveAccessibleDescription("۵ از ۱۰۰٬۰۰۰ نویسه");
  });

  it("warns of a text that is too long", () => {
    fireEvent.change(field(), { target: { value: "ا".repeat(100_001) } });
    expect(screen.getByText("۱۰۰٬۰۰۱ نویسه؛ بیشتر از ۱۰۰٬۰۰۰")).toBeInTheDocument();
  });

  it("offers samples while it is empty, and takes one at a click", async () => {
    await userEvent.click(screen.getByRole("button", { name: "شعر" }));
    expect((field() as HTMLTextAreaElement).value).toContain("بنی‌آدم");
    expect(screen.queryByRole("button", { name: "شعر" })).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "پاک کردن" }));
    expect(field()).toHaveValue("");
  });

  it("takes a text file that is dropped on it", async () => {
    drop("متن پرونده");
    await waitFor(() => {
      expect(field()).toHaveValue("متن پرونده");
    });
  });

  it("says that a picture is no text", async () => {
    drop(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0]));
    expect(await screen.findByRole("alert")).toHaveTextContent("این پرونده متن ساده نیست.");
    expect(field()).toHaveValue("");
  });
});
