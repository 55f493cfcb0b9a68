-- The session of neovim.sh. The client is set up as docs/editors.md says.
local patience = 240000 -- ms

local function fail(message)
  io.stderr:write(message .. "\n")
  vim.cmd("cquit 1")
end

local function wait_for(what, condition)
  if not vim.wait(patience, condition, 100) then
    fail("timed out waiting for " .. what)
  end
end

local function injections()
  local found = {}
  for _, one in ipairs(vim.diagnostic.get(0)) do
    if one.code == "sql-injection" and one.severity == vim.diagnostic.severity.ERROR then
      table.insert(found, one)
    end
  end
  table.sort(found, function(a, b)
    return a.lnum < b.lnum
  end)
  return found
end

local function wait_for_injections(count)
  wait_for(count .. " injections", function()
    return #injections() == count
  end)
end

vim.cmd("filetype on")
vim.cmd("edit src/Orders.cpp")
local client = vim.lsp.start_client({
  name = "cppwarden",
  cmd = { "cppwarden", "lsp", "-p", "build" },
  root_dir = vim.fn.getcwd(),
})
vim.lsp.buf_attach_client(0, client)
wait_for_injections(2)

local found = injections()[1]
if found.lnum + 1 ~= tonumber(vim.env.line) then
  fail("the finding is in line " .. (found.lnum + 1))
end
local steps = found.user_data.lsp.relatedInformation or {}
if #steps < 3 then
  fail("the flow has " .. #steps .. " steps")
end

vim.api.nvim_win_set_cursor(0, { found.lnum + 1, found.col })
local hover = vim.lsp.buf_request_sync(0, "textDocument/hover", vim.lsp.util.make_position_params(), patience)
if not vim.inspect(hover):find("# sql%-injection") then
  fail("hover says " .. vim.inspect(hover))
end

local params = vim.lsp.util.make_range_params()
params.context = { diagnostics = {} }
local answers = vim.lsp.buf_request_sync(0, "textDocument/codeAction", params, patience)
local edit
for _, answer in pairs(answers or {}) do
  for _, action in ipairs(answer.result or {}) do
    edit = edit or action.edit
  end
end
if not edit then
  fail("no action has an edit: " .. vim.inspect(answers))
end
vim.lsp.util.apply_workspace_edit(edit, "utf-16")
wait_for_injections(1)
vim.cmd("write")

-- A fix: the digest of the users' passwords.
vim.cmd("edit src/Users.cpp")
vim.lsp.buf_attach_client(0, client)
local function weak_hash()
  for _, one in ipairs(vim.diagnostic.get(0)) do
    if one.code == "weak-hash" then
      return one
    end
  end
end
wait_for("the weak hash", weak_hash)
local weak = weak_hash()
vim.api.nvim_win_set_cursor(0, { weak.lnum + 1, weak.col })
params = vim.lsp.util.make_range_params()
params.context = { diagnostics = {}, only = { "quickfix" } }
answers = vim.lsp.buf_request_sync(0, "textDocument/codeAction", params, patience)
local fix
for _, answer in pairs(answers or {}) do
  for _, action in ipairs(answer.result or {}) do
    if action.title:find("^Use EVP_sha256%(%)") then
      fix = action.edit
    end
  end
end
if not fix then
  fail("no action mends the digest: " .. vim.inspect(answers))
end
vim.lsp.util.apply_workspace_edit(fix, "utf-16")
wait_for("the weak hash to vanish", function()
  return not weak_hash()
end)
vim.cmd("write")
vim.lsp.stop_client(client)
vim.cmd("qall!")
