-- Asks the addresses in the file that is named after the first one in turn; without a file the first one again and again.
init = function(args)
  if not args[1] then return end
  local paths, at = {}, 0
  for line in io.lines(args[1]) do paths[#paths + 1] = line end
  request = function()
    at = at % #paths + 1
    return wrk.format(nil, paths[at])
  end
end

-- Prints what a run of wrk measured as one line of JSON; latencies in milliseconds.
done = function(summary, latency, requests)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  io.write(string.format('{"requests":%d,"seconds":%.6f,"failed":%d,"p50":%.4f,"p95":%.4f,"p99":%.4f}\n',
    summary.requests, summary.duration / 1e6, failed,
    latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency:percentile(99) / 1000))
end
