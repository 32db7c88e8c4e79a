import type { RecipeField, Training } from "@/features/training/api/shapes";

/** A training that runs, or one that is as `how` says. */
export function aTraining(how: Partial<Training> = {}): Training {
  return {
    id: "33333333-3333-4333-8333-333333333333",
    user_id: "44444444-4444-4444-8444-444444444444",
    model_id: null,
    recipe: "voice",
    name: "صدای سارا",
    dataset_id: "22222222-2222-4222-8222-222222222222",
    dataset_name: "ضبط‌های سارا",
    status: "running",
    progress: 25,
    epoch: 3,
    total_epochs: 12,
    step: 120,
    total_steps: 480,
    eta_s: 90,
    device: "cpu",
    config: {},
    metrics: { loss: 0.5, learning_rate: 0.001, steps_per_s: 4 },
    error: null,
    error_message: null,
    seq: 7,
    started_at: "2026-11-21T12:00:00Z",
    completed_at: null,
    created_at: "2026-11-21T12:00:00Z",
    ...how,
  };
}

/** A whole number from 1 to 100 that a recipe can be told, or what `how` says. */
export function aField(how: Partial<RecipeField> = {}): RecipeField {
  return {
    name: "epochs",
    type: "integer",
    default: 10,
    minimum: 1,
    maximum: 100,
    exclusive_minimum: null,
    exclusive_maximum: null,
    choices: null,
    optional: false,
    description: "How often every example is gone through.",
    ...how,
  };
}
