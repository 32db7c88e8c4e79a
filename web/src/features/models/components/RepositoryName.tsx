/** The name of a repository: whose it is in a softer ink, and it may break where names have joints. */
export function RepositoryName({ id }: { id: string }) {
  const [owner = "", name = ""] = id.split("/");
  return (
    <bdi dir="ltr" className="wrap-anywhere">
      <span className="font-normal text-ink-soft">{owner}/</span>
      <wbr />
      {name}
    </bdi>
  );
}
