"""What `bazgoo bench load` measures: clients in growing numbers beside speech, until the studio bends."""
