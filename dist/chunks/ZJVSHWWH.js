function u(n){let t=[0];for(let e=n.indexOf(`
`);e>=0;e=n.indexOf(`
`,e+1))t.push(e+1);return t}function i(n,t){let e=0,s=n.length-1;for(;e<s;){let r=e+s+1>>1;(n[r]??0)<=t?e=r:s=r-1}return e}function d(n,t){let e=i(n,t);return{line:e+1,column:t-(n[e]??0)+1}}function c(n,t){return i(n,Math.max(t.start,t.end-1))+1}function g(n,t,e){let s=t[e]??n.length,r=t[e+1]===void 0?n.length:(t[e+1]??0)-1;return n.slice(s,n[r-1]==="\r"&&r>s?r-1:r)}var f=(n,t)=>n.slice(t.start,t.end),m=(n,t)=>n.start<=t.start&&t.end<=n.end;function p(n,t){return n.start===n.end?t.start===t.end?n.start===t.start:t.start<n.start&&n.start<=t.end:t.start===t.end?n.start<t.start&&t.start<=n.end:n.start<t.end&&t.start<n.end}var a=(n,t)=>n.range.start-t.range.start||n.range.end-t.range.end;function h(n,t){let e=[...t].sort(a),s="",r=0;for(let{range:o,text:l}of e){if(o.start<r||o.end<o.start||o.end>n.length)return null;s+=n.slice(r,o.start)+l,r=o.end}return s+n.slice(r)}function x(n){let t=n.indexOf(`
`);return t>0&&n[t-1]==="\r"?`\r
`:`
`}export{u as a,i as b,d as c,c as d,g as e,f,m as g,p as h,h as i,x as j};
