import { Dialog } from "@/components/ui/Dialog";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Skeleton } from "@/components/ui/Skeleton";
import { useRepository } from "../api/sources";
import { RepositoryDetails } from "./RepositoryDetails";
import { RepositoryName } from "./RepositoryName";

interface ModelDialogProps {
  repoId: string;
  open: boolean;
  onClose: () => void;
}

/** A repository, looked into: its voices, files and card. */
export function ModelDialog({ repoId, open, onClose }: ModelDialogProps) {
  const { data, error, isPending, refetch } = useRepository(repoId, open);
  return (
    <Dialog wide open={open} onClose={onClose} title={<RepositoryName id={repoId} />}>
      {isPending && <Skeleton lines={6} />}
      {!data && <ErrorMessage error={error} onRetry={() => void refetch()} />}
      {data && <RepositoryDetails repository={data} />}
    </Dialog>
  );
}
