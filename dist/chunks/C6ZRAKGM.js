function u(n){let e=[0];for(let t=n.indexOf(`
`);t>=0;t=n.indexOf(`
`,t+1))e.push(t+1);return e}function l(n,e){let t=0,o=n.length-1;for(;t<o;){let r=t+o+1>>1;(n[r]??0)<=e?t=r:o=r-1}return t}function d(n,e){let t=l(n,e);return{line:t+1,column:e-(n[t]??0)+1}}function c(n,e){return l(n,Math.max(e.start,e.end-1))+1}function g(n,e,t){let o=e[t]??n.length,r=e[t+1]===void 0?n.length:(e[t+1]??0)-1;return n.slice(o,n[r-1]==="\r"&&r>o?r-1:r)}var f=(n,e)=>n.slice(e.start,e.end),m=(n,e)=>n.start<=e.start&&e.end<=n.end;function p(n,e){return n.start===n.end&&e.start===e.end?n.start===e.start:n.start<e.end&&e.start<n.end}var a=(n,e)=>n.range.start-e.range.start||n.range.end-e.range.end;function b(n,e){let t=[...e].sort(a),o="",r=0;for(let{range:i,text:s}of t){if(i.start<r||i.end<i.start||i.end>n.length)return null;o+=n.slice(r,i.start)+s,r=i.end}return o+n.slice(r)}function h(n){let e=n.indexOf(`
`);return e>0&&n[e-1]==="\r"?`\r
`:`
`}export{u as a,l as b,d as c,c as d,g as e,f,m as g,p as h,b as i,h as j};
