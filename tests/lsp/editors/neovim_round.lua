-- Opens ferry.md, waits for the findings, makes the correction of the first, and writes the file.
local function fail(what)
  io.stderr:write(what .. "\n")
  vim.cmd("cquit 1")
end

local function rules()
  local found = {}
  for _, each in ipairs(vim.diagnostic.get(0)) do
    table.insert(found, each.lnum .. ":" .. each.col .. " " .. tostring(each.code))
  end
  table.sort(found)
  return found
end

local function wait(count)
  if not vim.wait(300000, function() return #vim.diagnostic.get(0) == count end, 20) then
    fail("findings: " .. vim.inspect(rules()))
  end
end

vim.cmd("edit ferry.md")
wait(2)
io.stdout:write(table.concat(rules(), "\n") .. "\n")
local where = vim.diagnostic.get(0)[1]
vim.api.nvim_win_set_cursor(0, { where.lnum + 1, where.col })
if vim.fn.has("nvim-0.8") == 1 then
  vim.lsp.buf.code_action({ apply = true, filter = function(each) return each.isPreferred end })
else
  local params = vim.lsp.util.make_range_params()
  params.context = { diagnostics = {} }
  local answers = vim.lsp.buf_request_sync(0, "textDocument/codeAction", params, 300000)
  for _, answer in pairs(answers or {}) do
    for _, each in ipairs(answer.result) do
      if each.isPreferred then vim.lsp.util.apply_workspace_edit(each.edit, "utf-16") end
    end
  end
end
wait(1)
vim.cmd("write")
io.stdout:write(table.concat(rules(), "\n") .. "\n")
vim.cmd("quit")
