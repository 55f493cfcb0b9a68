;;; emacs.el --- the session of emacs.sh  -*- lexical-binding: t -*-

;; The client is set up as docs/editors.md says.

;;; Code:

(require 'package)
(package-initialize)
(require 'eglot)
(require 'flymake)

(defconst test-patience 240 "Seconds.")

(defun test-wait-for (what condition)
  "Take what the server sends until CONDITION, named WHAT, returns non-nil."
  (let ((end (+ (float-time) test-patience)))
    (while (not (funcall condition))
      (when (> (float-time) end)
        (error "Timed out waiting for %s; there is %S" what
               (mapcar #'flymake-diagnostic-text (flymake-diagnostics))))
      (accept-process-output nil 0.2))))

(defun test-injections ()
  "The diagnostics of the injections that are shown, in their order."
  (seq-sort-by #'flymake-diagnostic-beg #'<
               (seq-filter
                (lambda (one)
                  (and (string-match-p "SQL statement"
                                       (flymake-diagnostic-text one))
                       (eq (flymake-diagnostic-type one) 'eglot-error)))
                (flymake-diagnostics))))

(setq eglot-sync-connect t
      eglot-connect-timeout test-patience
      eglot-autoshutdown nil)
(add-to-list 'eglot-server-programs
             '((c++-mode c-mode) . ("cppwarden" "lsp" "-p" "build")))
(find-file "src/Orders.cpp")
(c++-mode)
(call-interactively #'eglot)
(flymake-mode 1)
(flymake-start)
(test-wait-for "the findings" (lambda () (= 2 (length (test-injections)))))

(let* ((found (car (test-injections)))
       (line (line-number-at-pos (flymake-diagnostic-beg found)))
       (actions (eglot-code-actions (flymake-diagnostic-beg found)
                                    (flymake-diagnostic-end found))))
  (unless (= line (string-to-number (getenv "line")))
    (error "The finding is in line %d" line))
  (let ((edit (seq-some (lambda (action) (plist-get action :edit)) actions)))
    (unless edit (error "No action has an edit: %S" actions))
    (eglot--apply-workspace-edit edit)))
;; Without a user there is no idle time in which eglot tells of the edit.
(save-buffer)
(test-wait-for "one to vanish" (lambda () (= 1 (length (test-injections)))))

;; A fix: the digest of the users' passwords.
(defun test-weak-hash ()
  "The diagnostic of the broken digest, or nil."
  (seq-find (lambda (one)
              (string-match-p "digest that is broken"
                              (flymake-diagnostic-text one)))
            (flymake-diagnostics)))
;; From the folder of the first.
(find-file "Users.cpp")
(c++-mode)
(eglot--maybe-activate-editing-mode)
(flymake-mode 1)
(flymake-start)
(test-wait-for "the weak hash" #'test-weak-hash)
(let* ((found (test-weak-hash))
       (actions (eglot-code-actions (flymake-diagnostic-beg found)
                                    (flymake-diagnostic-end found)))
       (fix (seq-find (lambda (action)
                        (string-prefix-p "Use EVP_sha256()"
                                         (plist-get action :title)))
                      actions)))
  (unless fix (error "No action mends the digest: %S" actions))
  (eglot--apply-workspace-edit (plist-get fix :edit)))
(save-buffer)
(test-wait-for "the weak hash to vanish" (lambda () (not (test-weak-hash))))
(eglot-shutdown (eglot-current-server))

;;; emacs.el ends here
