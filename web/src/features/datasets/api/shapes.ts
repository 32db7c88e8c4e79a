import type { components } from "@/client/schema";

type Schemas = components["schemas"];

/** A dataset of the person who is logged in, and how far it is. */
export type Dataset = Schemas["DatasetOut"];

/** Where an import and its check are, and what they found. */
export type Metadata = Dataset["metadata"];

/** What is in a dataset: recordings, texts, or labelled numbers. */
export type Kind = Dataset["type"];

/** A row that was not taken in, and why. */
export type Rejection = Metadata["rejected"][number];

/** What a check found of all records together. */
export type Report = NonNullable<Metadata["report"]>;

/** How a measure is spread over the records: one count between each two edges. */
export type Histogram = Report["histograms"][string];

/** Which sounds the texts hold, against what a voice needs. */
export type Coverage = NonNullable<Report["coverage"]>;

/** One recording or text. */
export type DatasetRecord = Schemas["RecordOut"];

/** One page of records. */
export type RecordPage = Schemas["Records"];
