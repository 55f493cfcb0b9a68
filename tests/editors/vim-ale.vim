" The session of vim-ale.sh. The linter is set up as docs/editors.md says.
set nocompatible
filetype plugin on
set runtimepath^=/usr/share/vim-ale
let g:ale_linters = {'cpp': ['cppwarden']}

function! s:define() abort
  call ale#linter#Define('cpp', {
  \   'name': 'cppwarden',
  \   'lsp': 'stdio',
  \   'executable': 'cppwarden',
  \   'command': '%e lsp -p build',
  \   'project_root': {buffer -> getcwd()},
  \})
endfunction

function! s:look(timer) abort
  let s:looks += 1
  let l:found = ale#engine#GetLoclist(bufnr(''))
  if empty(l:found) && s:looks < 1200
    return
  endif
  call writefile(map(copy(l:found), {_, one -> one.lnum . ' ' . one.type . ' ' . one.text}), 'ale.txt')
  execute empty(l:found) ? 'cquit' : 'qall!'
endfunction

let s:looks = 0
autocmd VimEnter * call s:define() | ALELint
call timer_start(200, function('s:look'), {'repeat': -1})
