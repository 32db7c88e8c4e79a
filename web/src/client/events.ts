// Generated from the server's live events by `npm run generate`; never edited by hand.

/** What events are about. */
export type Topic = "download" | "training" | "dataset";

/** What a step of training came to. */
export interface TrainingMetrics {
  loss: number;
  val_loss?: number;
  accuracy?: number;
  val_accuracy?: number;
  learning_rate: number;
  steps_per_s: number;
}

/** How far a download is, or that its status changed; at most four times a second. */
export interface DownloadProgress {
  seq: number;
  download_id: string;
  status: "pending" | "downloading" | "paused" | "completed" | "failed" | "cancelled";
  progress: number;
  bytes_downloaded: number;
  bytes_total: number | null;
  current_file: string | null;
  speed_bps: number | null;
  eta_s: number | null;
}

/** Everything is here, verified and installed. */
export interface DownloadComplete {
  seq: number;
  download_id: string;
  model_id: string;
  repo_id: string;
  file_path: string | null;
  voices: string[];
}

/** The download has failed. */
export interface DownloadError {
  seq: number;
  download_id: string;
  code: string;
  message: string;
  message_en: string;
}

/** How far a job is, or that its status changed; at most four times a second. */
export interface TrainingProgress {
  seq: number;
  job_id: string;
  status: "queued" | "running" | "paused" | "completed" | "failed" | "cancelled";
  epoch: number;
  total_epochs: number;
  step: number;
  progress: number;
  metrics: TrainingMetrics;
  eta_s: number | null;
}

/** A sentence spoken by the model as it is now. */
export interface TrainingSample {
  seq: number;
  job_id: string;
  step: number;
  url: string;
  text: string;
}

/** The model is made and on the shelf. */
export interface TrainingComplete {
  seq: number;
  job_id: string;
  model_id: string;
  metrics: TrainingMetrics;
}

/** The job has failed. */
export interface TrainingError {
  seq: number;
  job_id: string;
  code: string;
  message: string;
  message_en: string;
}

/** How far a dataset is being brought in or checked, or that its status changed; at most four times a second. */
export interface DatasetProgress {
  seq: number;
  dataset_id: string;
  status: "importing" | "checking" | "ready" | "failed";
  stage: string | null;
  progress: number;
  accepted: number;
  rejected: number;
}

/** Every event by its name. */
export interface LiveEvents {
  "download:progress": DownloadProgress;
  "download:complete": DownloadComplete;
  "download:error": DownloadError;
  "training:progress": TrainingProgress;
  "training:sample": TrainingSample;
  "training:complete": TrainingComplete;
  "training:error": TrainingError;
  "dataset:progress": DatasetProgress;
}
