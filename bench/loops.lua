-- One matter after the other from its beginning to its end over the interface; a thread has one connection.
local officer, due, threads = "bench", os.date("!%Y-%m-%d", os.time() + 30 * 86400), {}
local doers = {}
for id in io.lines(os.getenv("DOERS")) do doers[#doers + 1] = id end
local unit, top = os.getenv("UNIT"), os.getenv("TOP")
loops, failed = 0, 0
local count, place, matter, doer = 0, 0, nil, nil

function setup(thread)
    table.insert(threads, thread)
    thread:set("number", #threads)
end

local steps = {
    {"assign", true, function() return '"answers": {"due": "' .. due .. '"}, "parties": {"doer": "' .. doer .. '"}' end},
    {"accept", false}, {"report", false, function() return '"answers": {"result": "换了三盏灯，都亮了"}' end},
    {"verify", true, function() return '"answers": {"verified": "去看过了"}' end}, {"close", true}}

function request()
    count = count + 1
    local token, path, body = officer, nil, nil
    if place == 0 then
        doer = doers[1 + (number - 1) % #doers]
        path = "/organizations/" .. top .. "/matters"
        body = '{"flow": "six-steps", "title": "一件要办的事", "answers": {"problem": "走廊的灯坏了，请派人修"}}'
    else
        local step = steps[place]
        if not step[2] then token = "bench-" .. (1 + (number - 1) % #doers) end
        path = "/matters/" .. matter .. "/steps"
        body = '{"revision": ' .. place .. ', "step": "' .. step[1] .. '"' .. (step[3] and ", " .. step[3]() or "") .. "}"
    end
    return wrk.format("POST", "/api/v1/units/" .. unit .. path, {
        ["Authorization"] = "Bearer " .. token, ["Content-Type"] = "application/json",
        ["Idempotency-Key"] = "loop-" .. number .. "-" .. count .. "-" .. os.time() }, body)
end

function response(status, headers, body)
    if status >= 300 then
        failed = failed + 1
        if failed == 1 then io.stderr:write(status .. " " .. body .. "\n") end
        place = 0
        return
    end
    if place == 0 then matter = body:match("matters/([0-9a-f-]+)") end
    place = place + 1
    if place > #steps then
        place = 0
        loops = loops + 1
    end
end

function done(summary, latency, requests)
    local sum, wrong = 0, 0
    for _, thread in ipairs(threads) do
        sum = sum + thread:get("loops")
        wrong = wrong + thread:get("failed")
    end
    io.write(string.format("%.1f loops/s over HTTP, p95 of a step %.1f ms, failed %d\n", sum * 1e6 / summary.duration,
        latency:percentile(95) / 1000, wrong))
end
