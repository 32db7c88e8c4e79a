/** Puts what the server tells of downloads into the list; false while it cannot tell. */
export function useDownloadEvents(): boolean {
  return false;
}
