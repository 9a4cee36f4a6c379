;; Opens ferry.txt, waits for the findings, makes the correction of the first, and writes the file.
(defun round-wait (count)
  (let ((until (+ (float-time) 300)))
    (while (and (/= (length (flymake-diagnostics)) count) (< (float-time) until))
      (accept-process-output nil 0.05)
      (flymake-start))
    (unless (= (length (flymake-diagnostics)) count)
      (message "findings: %S" (mapcar #'flymake-diagnostic-text (flymake-diagnostics)))
      (kill-emacs 1))))

(defun round-tell ()
  (dolist (each (sort (flymake-diagnostics)
                      (lambda (a b) (< (flymake-diagnostic-beg a) (flymake-diagnostic-beg b)))))
    (princ (format "%d %s\n" (flymake-diagnostic-beg each) (flymake-diagnostic-text each)))))

(find-file "ferry.txt")
(setq eglot-sync-connect 300
      eglot-connect-timeout 300
      jrpc-default-request-timeout 300)
(apply #'eglot--connect (eglot--guess-contact))
(round-wait 2)
(round-tell)
(goto-char (point-min))
(search-forward "the the")
(let ((actions (eglot-code-actions (match-beginning 0) (match-end 0))))
  (eglot--apply-workspace-edit
   (plist-get (seq-find (lambda (each) (eq (plist-get each :isPreferred) t)) actions) :edit)))
;; Without a person there is no idle time in which Eglot would say that the text has changed.
(eglot--signal-textDocument/didChange)
(round-wait 1)
(round-tell)
(save-buffer)
(call-interactively #'eglot-shutdown)
(kill-emacs 0)
